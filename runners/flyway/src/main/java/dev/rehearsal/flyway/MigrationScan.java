package dev.rehearsal.flyway;

import dev.rehearsal.flyway.FileNames.FileName;
import dev.rehearsal.flyway.ScannedFile.Kind;
import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.Script;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.scanner.Scanner;
import org.flywaydb.core.internal.util.ClassUtils;

/**
 * Reads a project's locations as Flyway does, once.
 *
 * @param files all scripts and Java migrations
 * @param unreadable what is wrong with files that cannot be decoded; they are among the files with no text
 * @param resources finds any file of the locations, as scripts find their {@code .conf}
 */
record MigrationScan(List<ScannedFile> files, List<HistoryProblem> unreadable, ResourceProvider resources) {
    MigrationScan {
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }

    static MigrationScan of(FlywayProject project, Configuration forward, Configuration undo, String[] callbacks) {
        Reader reader = new Reader(project, forward, undo);
        try {
            Scanner<JavaMigration> scanner = new Scanner<>(JavaMigration.class, forward, forward.getLocations());
            reader.scripts(scanner);
            StandIns standIns = new StandIns(project, forward);
            new UnloadedClasses(project.classLoader(), reader.names, standIns)
                    .refuse(forward.getLocations(), scanner.getClasses());
            scanner.getClasses().forEach(reader::javaMigration);
            if (callbacks.length > 0) {
                reader.callbacks(callbacks);
            }
            return new MigrationScan(standIns.in(reader.files, scanner), reader.unreadable, scanner);
        } catch (FlywayException e) {
            throw new MigrationSourceException(
                    "Flyway cannot read the migrations: " + e.getMessage() + " Correct flyway.locations.", e);
        }
    }

    private static final class Reader {
        private final ScriptTexts texts;
        private final Configuration forward;
        private final OfflineParsing forwardParsing;
        private final OfflineParsing undoParsing;
        private final FileNames names;
        private final List<ScannedFile> files = new ArrayList<>();
        private final List<HistoryProblem> unreadable = new ArrayList<>();

        Reader(FlywayProject project, Configuration forward, Configuration undo) {
            this.texts = new ScriptTexts(project.baseDirectory(), unreadable);
            this.forward = forward;
            this.forwardParsing = OfflineParsing.of(project.support(), forward);
            this.undoParsing = OfflineParsing.of(project.support(), undo);
            this.names = new FileNames(forward, undo);
        }

        void scripts(Scanner<JavaMigration> scanner) {
            scanner.getResources("", forward.getSqlMigrationSuffixes()).stream()
                    .map(resource -> script(resource, scanner))
                    .forEach(files::add);
        }

        void callbacks(String[] locations) {
            files.removeIf(file -> file.isOf(Kind.CALLBACK));
            Location[] parsed = Flyways.locations(forward, locations);
            Scanner<JavaMigration> scanner = new Scanner<>(JavaMigration.class, forward, parsed);
            scanner.getResources("", forward.getSqlMigrationSuffixes()).stream()
                    .map(resource -> script(resource, scanner))
                    .filter(file -> file.isOf(Kind.CALLBACK))
                    .forEach(files::add);
        }

        void javaMigration(Class<? extends JavaMigration> type) {
            JavaMigration migration = (JavaMigration) ClassUtils.instantiate(type.getName(), forward.getClassLoader());
            Kind kind = migration.getVersion() == null
                    ? Kind.REPEATABLE
                    : migration.getType().isBaseline() ? Kind.BASELINE : Kind.VERSIONED;
            files.add(new ScannedFile(
                    kind,
                    migration.getVersion(),
                    migration.getDescription(),
                    new Script(type.getName(), null, "", ClassDigest.of(type)),
                    null,
                    type,
                    new ParsedScript(migration.canExecuteInTransaction(), List.of())));
        }

        private ScannedFile script(LoadableResource file, ResourceProvider all) {
            FileName name = names.of(file.getFilename());
            LoadableResource text = texts.read(file);
            ParsedScript parsed = switch (name.kind()) {
                case CALLBACK, UNRECOGNISED -> new ParsedScript(true, List.of());
                case VERSIONED, BASELINE, REPEATABLE -> ParsedScript.parse(text, all, forwardParsing);
                case UNDO -> ParsedScript.parse(text, all, undoParsing);
            };
            return new ScannedFile(
                    name.kind(), name.version(), name.description(), texts.script(text), text, null, parsed);
        }
    }
}
