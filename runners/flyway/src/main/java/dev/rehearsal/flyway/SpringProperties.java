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
    private static final Pattern HYPHEN = Pattern.compile("-(.)");
    private static final Pattern LIST_INDEX = Pattern.compile("\\[\\d+]$");

    private SpringProperties() {}

    /** {@return the settings of one file, of no profile, as they were written} */
    static Map<String, String> read(String file, String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        SpringDocuments.of(file, text, new SpringProfiles(List.of())).forEach((key, value) -> {
            String name = name(key);
            if (name != null) {
                settings.merge(name, value.replace("{vendor}", "postgresql"), (one, more) -> one + "," + more);
            }
        });
        return settings;
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
