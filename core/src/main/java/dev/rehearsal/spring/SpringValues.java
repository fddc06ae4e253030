package dev.rehearsal.spring;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Resolves <code>${name}</code> and <code>${name:default}</code> as Spring does: by the environment, then by other properties. */
final class SpringValues {
    private static final int DEEPEST = 20;

    private final Map<String, String> properties = new LinkedHashMap<>();
    private final UnaryOperator<@Nullable String> environment;

    /**
     * Makes one.
     *
     * @param all the properties of all files
     * @param environment gives an environment variable, or null
     */
    SpringValues(Map<String, String> all, UnaryOperator<@Nullable String> environment) {
        all.forEach((key, value) -> properties.put(relaxed(key), value));
        this.environment = environment;
    }

    /** What a value refers to that nobody says. */
    static final class Unresolved extends Exception {
        private static final long serialVersionUID = 1L;

        private final String name;

        Unresolved(String name) {
            super(name);
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    /**
     * {@return a value without any <code>${…}</code>}
     *
     * @param text as it was written
     * @throws Unresolved if something that it refers to is not said anywhere
     */
    String resolve(String text) throws Unresolved {
        return resolve(text, 0);
    }

    private String resolve(String text, int depth) throws Unresolved {
        StringBuilder resolved = new StringBuilder();
        int from = 0;
        int start = text.indexOf("${");
        while (start >= 0) {
            int end = end(text, start + 2);
            if (end < 0) {
                break;
            }
            resolved.append(text, from, start).append(value(text.substring(start + 2, end), depth));
            from = end + 1;
            start = text.indexOf("${", from);
        }
        return resolved.append(text.substring(from)).toString();
    }

    private String value(String inner, int depth) throws Unresolved {
        int colon = colon(inner);
        String name = resolve(colon < 0 ? inner : inner.substring(0, colon), depth + 1)
                .strip();
        if (depth > DEEPEST) {
            throw new Unresolved(name);
        }
        String found = find(name);
        if (found != null) {
            return resolve(found, depth + 1);
        }
        if (colon < 0) {
            throw new Unresolved(name);
        }
        return resolve(inner.substring(colon + 1), depth + 1);
    }

    private @Nullable String find(String name) {
        String exact = environment.apply(name);
        if (exact != null) {
            return exact;
        }
        String variable =
                environment.apply(name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT));
        return variable != null ? variable : properties.get(relaxed(name));
    }

    private static String relaxed(String key) {
        return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** {@return where the brace closes that was opened before a place; -1 if it does not} */
    private static int end(String text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                open++;
            } else if (text.charAt(i) == '}' && --open == 0) {
                return i;
            }
        }
        return -1;
    }

    /** {@return where the default begins; -1 if there is none} */
    private static int colon(String inner) {
        int open = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (inner.startsWith("${", i)) {
                open++;
            } else if (c == '}') {
                open--;
            } else if (c == ':' && open == 0) {
                return i;
            }
        }
        return -1;
    }
}
