package dev.rehearsal.flyway;

import dev.rehearsal.spring.SpringDocuments;
import dev.rehearsal.spring.SpringNames;
import dev.rehearsal.spring.SpringProfiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of {@code spring.flyway.*}, and what one file says of them by itself. */
final class SpringProperties {
    private static final String PREFIX = "spring.flyway.";

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
                settings.merge(name, here, (one, more) -> SpringNames.joined(key, one, more));
            } else if (key.equals(SpringNames.URL)) {
                settings.putIfAbsent("url", here);
            }
        });
        return settings;
    }

    /** {@return what Flyway calls a property of Spring's; null if it is not Flyway's} */
    static @Nullable String name(String key) {
        String name = SpringNames.of(PREFIX, key);
        return name == null
                ? null
                : switch (name) {
                    case "initSqls" -> "initSql";
                    case "driverClassName" -> "driver";
                    case "communityDbSupportEnabled" -> "communityDBSupportEnabled";
                    case "postgresql.transactionalLock" -> "postgresql.transactional.lock";
                    default -> name;
                };
    }
}
