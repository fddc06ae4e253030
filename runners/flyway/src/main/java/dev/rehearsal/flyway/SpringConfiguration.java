package dev.rehearsal.flyway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the files of Spring Boot say of Flyway, resolved as Spring resolves it.
 *
 * @param flyway Flyway's settings without their prefix, each with the file that says it
 * @param dataSource the URL of the application's data source; null if none is said, or it cannot be resolved
 * @param notes what could not be resolved or was not followed, one sentence each
 */
record SpringConfiguration(
        Map<String, Said> flyway, @Nullable String dataSource, List<String> notes) {
    private static final String URL = SpringProperties.URL;
    private static final String ACTIVE = "spring.profiles.active";

    /**
     * A setting.
     *
     * @param value its value
     * @param file who says it
     */
    record Said(String value, String file) {}

    static SpringConfiguration read(FlywayProject project) {
        return read(project, System::getenv);
    }

    static SpringConfiguration read(FlywayProject project, UnaryOperator<@Nullable String> environment) {
        return new Reader(project, environment).read();
    }

    private static final class Reader {
        private final String vendor;
        private final SpringProfiles profiles;
        private final Map<String, String> texts;
        private final Map<String, Said> raw = new LinkedHashMap<>();
        private final SpringValues values;
        private final List<String> notes = new ArrayList<>();

        Reader(FlywayProject project, UnaryOperator<@Nullable String> environment) {
            this.vendor = project.support().vendor();
            this.profiles = SpringProfiles.of(project);
            this.texts = SpringFiles.texts(project);
            texts.forEach((file, text) -> {
                Map<String, Said> said = new LinkedHashMap<>();
                SpringDocuments.of(file, text, profiles).forEach((key, value) -> said.put(key, new Said(value, file)));
                SpringDocuments.over(raw, said);
            });
            Map<String, String> all = new LinkedHashMap<>();
            raw.forEach((key, said) -> all.put(key, said.value()));
            this.values = new SpringValues(all, environment);
        }

        SpringConfiguration read() {
            Map<String, Said> flyway = new LinkedHashMap<>();
            raw.forEach((key, said) -> {
                String name = SpringProperties.name(key);
                String value = name == null ? null : resolved(key, name, said);
                if (name != null && value != null) {
                    String here = value.replace("{vendor}", vendor);
                    flyway.merge(
                            name,
                            new Said(here, said.file()),
                            (one, more) -> new Said(SpringProperties.joined(key, one.value(), here), more.file()));
                }
            });
            Said url = raw.get(URL);
            String dataSource = url == null ? null : resolved(URL, "url", url);
            inactive();
            return new SpringConfiguration(flyway, dataSource, notes);
        }

        private @Nullable String resolved(String key, String name, Said said) {
            try {
                return values.resolve(said.value());
            } catch (SpringValues.Unresolved e) {
                if (SettingKeys.useOf(name) == SettingKeys.Use.HONOURED || name.equals("url")) {
                    notes.add(key + " (" + said.file() + ":" + line(key, said) + ") is not followed: ${" + e.name()
                            + "} is neither an environment variable nor a property of Spring's files. Set the variable, or"
                            + " say the value to the build as flyway." + name + ".");
                }
                return null;
            }
        }

        /** {@return where a value is written: at its key, or where what it refers to is first mentioned} */
        private int line(String key, Said said) {
            String text = texts.getOrDefault(said.file(), "");
            String name = key.substring(key.lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
            String value = said.value().lines().findFirst().orElse("");
            return Stream.of(List.of(name, value), List.of(value), List.of("${"))
                    .map(parts -> line(text, parts))
                    .filter(line -> line > 0)
                    .findFirst()
                    .orElse(1);
        }

        private static int line(String text, List<String> parts) {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (parts.stream().allMatch(lines.get(i)::contains)) {
                    return i + 1;
                }
            }
            return 0;
        }

        private void inactive() {
            Said active = raw.get(ACTIVE);
            if (active != null && profiles.active().isEmpty()) {
                notes.add(ACTIVE + "=" + active.value() + " (" + active.file()
                        + ") is not followed: a rehearsal takes no profile by itself. Set rehearsal."
                        + SpringProfiles.SETTING + "=" + active.value() + " if production runs with it.");
            }
        }
    }
}
