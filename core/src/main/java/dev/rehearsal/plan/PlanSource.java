package dev.rehearsal.plan;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.Script;
import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a plan is made of: the report, and the header of each script that is still as it was rehearsed. */
record PlanSource(RecordedReport report, Map<String, Header> headers, boolean fromScratch) {
    /** @throws PlanException if the report holds nothing, or a script has changed since */
    static PlanSource read(Path reportJson, MigrationHistory history) {
        RecordedReport report = RecordedReport.read(reportJson);
        Map<String, Migration> scripts = Stream.concat(
                        history.migrations().stream(),
                        history.repeatables().stream().map(PlanSource::repeatable))
                .collect(Collectors.toMap(Migration::version, Function.identity(), (a, b) -> a));
        if (report.migrations().isEmpty()) {
            throw new PlanException(reportJson + " holds no migration: there is nothing to plan.");
        }
        Map<String, Header> headers = report.migrations().stream()
                .collect(Collectors.toMap(
                        RecordedMigration::version, m -> header(m, scripts.get(m.version())), (a, b) -> a));
        String first = report.migrations().get(0).version();
        List<Migration> all = history.migrations();
        return new PlanSource(
                report, headers, !all.isEmpty() && all.get(0).version().equals(first));
    }

    Header header(RecordedMigration migration) {
        return headers.getOrDefault(migration.version(), Header.of(""));
    }

    private static Header header(RecordedMigration rehearsed, @Nullable Migration now) {
        if (now == null) {
            throw new PlanException(rehearsed.script() + " was rehearsed and is gone: run mvn rehearsal:verify again.");
        }
        if (rehearsed.undoScript() == null && now.undo() != null) {
            throw new PlanException(
                    now.undo().name() + " was not there in the rehearsal: run mvn rehearsal:verify again.");
        }
        unchanged(rehearsed.scriptDigest(), rehearsed.script(), now.script());
        if (!now.repeatable()) {
            unchanged(rehearsed.undoDigest(), "the undo of version " + rehearsed.version(), now.undo());
        }
        return Header.of(now.script().text());
    }

    /** Its way back is its text before, which is no script of the history. */
    private static Migration repeatable(Script script) {
        String name = script.name();
        String version = script.text().isEmpty()
                ? name.substring(name.lastIndexOf('.') + 1)
                : name.substring(0, Math.max(1, name.lastIndexOf('.')));
        return new Migration(version, "", Migration.Kind.REPEATABLE, script, null, true);
    }

    private static void unchanged(@Nullable String digest, String name, @Nullable Script now) {
        if (now != null && digest == null) {
            throw new PlanException("The report does not say which " + name
                    + " was rehearsed; an older version of Rehearsal wrote it: run mvn rehearsal:verify again.");
        }
        if (digest != null && (now == null || !digest.equals(now.digest()))) {
            throw new PlanException(name + " has changed since the rehearsal: run mvn rehearsal:verify again.");
        }
    }
}
