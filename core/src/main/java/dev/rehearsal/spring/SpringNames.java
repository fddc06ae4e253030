package dev.rehearsal.spring;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How properties of Spring's are named. */
public final class SpringNames {
    /** The URL of the application's data source. */
    public static final String URL = "spring.datasource.url";

    private static final Pattern HYPHEN = Pattern.compile("-(.)");
    private static final Pattern LIST_INDEX = Pattern.compile("\\[\\d+]$");
    /** What stands behind it is named by the user. */
    private static final Pattern OWN = Pattern.compile("(?:^|\\.)(?:placeholders|parameters|jdbc-properties)\\.");

    private SpringNames() {}

    /**
     * {@return a property without its prefix, in one word, and of a list without the number; null if it does not begin so}
     *
     * @param prefix {@code spring.liquibase.}
     * @param key any property
     */
    public static @Nullable String of(String prefix, String key) {
        if (!key.startsWith(prefix)) {
            return null;
        }
        String name = LIST_INDEX.matcher(key.substring(prefix.length())).replaceFirst("");
        Matcher own = OWN.matcher(name);
        int end = own.find() ? own.end() : name.length();
        String camel = HYPHEN.matcher(name.substring(0, end))
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
        return camel + name.substring(end);
    }

    /**
     * {@return two values of one name: the entries of a list, or the later of two spellings}
     *
     * @param key the property that says the later one
     * @param one the earlier value
     * @param more the later one
     */
    public static String joined(String key, String one, String more) {
        return LIST_INDEX.matcher(key).find() ? one + "," + more : more;
    }

    /** {@return a key without what may differ: how it is spelt, and which entry of a list it is; what is the user's is kept} */
    static String plain(String key) {
        String whole = LIST_INDEX.matcher(key).replaceFirst("");
        return OWN.matcher(whole).find()
                ? whole
                : whole.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
