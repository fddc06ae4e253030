package dev.rehearsal.liquibase;

import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.spi.RunnerProject;
import dev.rehearsal.spring.SpringApplication;
import dev.rehearsal.spring.SpringApplication.Said;
import dev.rehearsal.spring.SpringDocuments;
import dev.rehearsal.spring.SpringFiles;
import dev.rehearsal.spring.SpringNames;
import dev.rehearsal.spring.SpringProfiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the files of Spring Boot say of Liquibase, resolved as Spring resolves it.
 *
 * @param said by their names in {@link SettingNames}, each with the file that says it
 * @param notes what could not be resolved or was not followed, one sentence each
 */
record SpringSettings(Map<String, Said> said, List<String> notes) {
    private static final String PREFIX = "spring.liquibase.";
    private static final String DROP_FIRST = "dropFirst";

    static SpringSettings read(RunnerProject project) {
        return read(project, System::getenv);
    }

    static SpringSettings read(RunnerProject project, UnaryOperator<@Nullable String> environment) {
        SpringApplication application = SpringApplication.read(files(project), environment);
        List<String> notes = new ArrayList<>();
        Map<String, Said> all = new LinkedHashMap<>();
        application.properties().forEach((key, written) -> {
            String name = name(key);
            String instead = name != null && SettingNames.honoured(name) ? PropertyFiles.PREFIX + name : null;
            String value = name == null ? null : application.resolved(key, instead, notes::add);
            if (name != null && value != null) {
                all.merge(
                        name,
                        new Said(value, written.file()),
                        (one, more) -> new Said(SpringNames.joined(key, one.value(), more.value()), more.file()));
            }
        });
        refuse(all.get(DROP_FIRST));
        notes.addAll(application.notes());
        Said enabled = all.get(SettingNames.ENABLED);
        if (enabled == null || !enabled.value().strip().equalsIgnoreCase("false")) {
            return new SpringSettings(all, notes);
        }
        return new SpringSettings(
                Map.of(),
                List.of(
                        PREFIX + "enabled=false (" + enabled.file()
                                + "): the application does not run Liquibase, so what else Spring's files say of it is not followed."));
    }

    /** Nothing would be left of what is rehearsed; and of production's rows nothing either. */
    private static void refuse(@Nullable Said dropFirst) {
        if (dropFirst != null && dropFirst.value().strip().equalsIgnoreCase("true")) {
            throw new MigrationSourceException(PREFIX + "drop-first=true (" + dropFirst.file()
                    + ") drops all tables each time that the application starts, and is refused: there is nothing to migrate"
                    + " then. Remove it, or keep it in a profile that is not production's.");
        }
    }

    private static @Nullable String name(String key) {
        String name = SpringNames.of(PREFIX, key);
        return name == null ? null : SettingNames.of(name);
    }

    /** {@return where Spring's files of a project are} */
    static SpringFiles files(RunnerProject project) {
        return new SpringFiles(
                project.root().toAbsolutePath().normalize(), project.classes(), SpringProfiles.of(project.settings()));
    }

    /** {@return what one file says of Liquibase, as it was written} */
    static Map<String, String> of(Path file, String text, RunnerProject project) {
        Map<String, String> all = new TreeMap<>();
        SpringDocuments.of(String.valueOf(file.getFileName()), text, SpringProfiles.of(project.settings()))
                .forEach((key, value) -> {
                    if (key.startsWith(PREFIX)) {
                        all.put(key, value);
                    }
                });
        return all;
    }
}
