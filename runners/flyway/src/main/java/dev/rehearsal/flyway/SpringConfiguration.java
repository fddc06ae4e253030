package dev.rehearsal.flyway;

import dev.rehearsal.spring.SpringApplication;
import dev.rehearsal.spring.SpringApplication.Said;
import dev.rehearsal.spring.SpringFiles;
import dev.rehearsal.spring.SpringNames;
import dev.rehearsal.spring.SpringProfiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
    static SpringConfiguration read(FlywayProject project) {
        return read(project, System::getenv);
    }

    static SpringConfiguration read(FlywayProject project, UnaryOperator<@Nullable String> environment) {
        SpringApplication application = SpringApplication.read(files(project), environment);
        String vendor = project.support().vendor();
        List<String> notes = new ArrayList<>();
        Map<String, Said> flyway = new LinkedHashMap<>();
        application.properties().forEach((key, said) -> {
            String name = SpringProperties.name(key);
            String value = name == null ? null : application.resolved(key, instead(name), notes::add);
            if (name != null && value != null) {
                String here = value.replace("{vendor}", vendor);
                flyway.merge(
                        name,
                        new Said(here, said.file()),
                        (one, more) -> new Said(SpringNames.joined(key, one.value(), here), more.file()));
            }
        });
        String dataSource = application.resolved(SpringNames.URL, instead("url"), notes::add);
        notes.addAll(application.notes());
        return new SpringConfiguration(flyway, dataSource, notes);
    }

    /** {@return where Spring's files of a project are} */
    static SpringFiles files(FlywayProject project) {
        return new SpringFiles(project.baseDirectory(), project.classLoader(), SpringProfiles.of(project.rehearsal()));
    }

    private static @Nullable String instead(String name) {
        return SettingKeys.useOf(name) == SettingKeys.Use.HONOURED || name.equals("url") ? "flyway." + name : null;
    }
}
