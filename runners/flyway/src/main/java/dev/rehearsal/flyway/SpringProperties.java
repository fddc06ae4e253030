package dev.rehearsal.flyway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of {@code spring.flyway.*}, and what one file says of them by itself. */
final class SpringProperties {
    private static final String PREFIX = "spring.flyway.";
    /** The URL of the application's data source, which Flyway takes where it has none of its own. */
    static final String URL = "spring.datasource.url";

    private static final Pattern HYPHEN = Pattern.compile("-(.)");
    private static final Pattern LIST_INDEX = Pattern.compile("\\[\\d+]$");

    private SpringProperties() {}

    /**
     * {@return the settings of one file, of no profile, as they were written}
     *
     * @param file its name
     * @param text what it holds
     * @param vendor how Spring calls the engine
     */
    static Map<String, String> read(String file, String text, String vendor) {
        Map<String, String> settings = new LinkedHashMap<>();
        SpringDocuments.of(file, text, new SpringProfiles(List.of())).forEach((key, value) -> {
            String name = name(key);
            String here = value.replace("{vendor}", vendor);
            if (name != null) {
                settings.merge(name, here, (one, more) -> joined(key, one, more));
            } else if (key.equals(URL)) {
                settings.putIfAbsent("url", here);
            }
        });
        return settings;
    }

    /** {@return two values of one name: the entries of a list, or the later of two spellings} */
    static String joined(String key, String one, String more) {
        return LIST_INDEX.matcher(key).find() ? one + "," + more : more;
    }

    /** {@return a key without what may differ: how it is spelt, and which entry of a list it is; a placeholder is its user's} */
    static String plain(String key) {
        String whole = LIST_INDEX.matcher(key).replaceFirst("");
        int own = whole.indexOf(".placeholders.");
        return own >= 0 ? whole : whole.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** {@return what Flyway calls a property of Spring's; null if it is not Flyway's} */
    static @Nullable String name(String key) {
        if (!key.startsWith(PREFIX)) {
            return null;
        }
        String name = LIST_INDEX.matcher(key.substring(PREFIX.length())).replaceFirst("");
        if (name.startsWith("placeholders.") || name.startsWith("jdbc-properties.")) {
            return name.replaceFirst("^jdbc-properties", "jdbcProperties");
        }
        String camel = HYPHEN.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
        return switch (camel) {
            case "initSqls" -> "initSql";
            case "driverClassName" -> "driver";
            case "communityDbSupportEnabled" -> "communityDBSupportEnabled";
            case "postgresql.transactionalLock" -> "postgresql.transactional.lock";
            default -> camel;
        };
    }
}
