package dev.rehearsal.rule;

/** Names as they stand in facts: {@code schema.name}, each part quoted if it must be. */
public final class FactNames {
    private FactNames() {}

    /**
     * {@return the schema of a qualified name}
     *
     * @param qualified the name
     */
    public static String schema(String qualified) {
        return qualified.substring(0, dot(qualified));
    }

    /**
     * {@return the name without its schema, and without quotes}
     *
     * @param qualified the name
     */
    public static String bare(String qualified) {
        return plain(qualified.substring(Math.min(qualified.length(), dot(qualified) + 1)));
    }

    /**
     * {@return a name of our own that is made of others}
     *
     * @param parts the others
     */
    public static String joined(String... parts) {
        StringBuilder name = new StringBuilder();
        for (String part : parts) {
            name.append(name.isEmpty() ? "" : "_").append(plain(part).replaceAll("\\W+", "_"));
        }
        return name.toString();
    }

    private static String plain(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    private static int dot(String qualified) {
        boolean quoted = false;
        for (int i = 0; i < qualified.length(); i++) {
            char c = qualified.charAt(i);
            quoted ^= c == '"';
            if (c == '.' && !quoted) {
                return i;
            }
        }
        return 0;
    }
}
