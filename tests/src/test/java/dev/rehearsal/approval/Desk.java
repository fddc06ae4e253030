package dev.rehearsal.approval;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.Script;
import dev.rehearsal.report.SampleReports;
import dev.rehearsal.report.json.JsonReport;
import dev.rehearsal.result.DatabaseFacts;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationFacts.Measured;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.RehearsedBy;
import dev.rehearsal.result.Risk;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project of two migrations whose rehearsal waits to be signed. */
final class Desk {
    /** What can change after a signature. */
    enum Change {
        SCRIPT("V2__b.sql was changed"),
        UNDO("U2__b.sql was changed"),
        REPEATABLE("R__views.sql was changed"),
        NEW_SCRIPT("V3__c.sql was not rehearsed"),
        RISK("the risk of version 1 rose from LOW to HIGH"),
        FINDING("there is a new finding: warning table-rewritten V2__b.sql"),
        FEWER_ROWS("had 10 rows of public.t instead of 1000"),
        FAILED("it FAILED"),
        INCOMPLETE("it is INCOMPLETE");

        private final String words;

        Change(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Path root;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> texts =
            new LinkedHashMap<>(Map.of("V1__a.sql", "a", "V2__b.sql", "b", "U2__b.sql", "u", "R__views.sql", "r"));
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private Verdict verdict = Verdict.PASSED;
    private Risk first = Risk.LOW;
    private long rows = 1000;

    Desk(Path root) {
        this.root = root;
    }

    Approvals approvals() {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Approvals(
                root, root.resolve("out"), ApprovalRules.of(Settings.of(settings, "test")), scripts(), clock);
    }

    List<String> problems() {
        return approvals().standing().problems();
    }

    Desk approve(String role, String by) {
        approvals().approve(role, by, Optional.empty());
        return this;
    }

    Desk set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    Desk wait(Duration time) {
        now = now.plus(time);
        return this;
    }

    Desk rehearsed(Risk risk, String... findings) {
        List<Finding> found = List.of(findings).stream()
                .map(f -> new Finding(
                        f.substring(f.indexOf(' ') + 1),
                        Severity.WARNING,
                        "took " + now,
                        "",
                        "db/migration/V2__b.sql",
                        1))
                .toList();
        RehearsalReport report = new RehearsalReport(
                verdict,
                42,
                now,
                now.getEpochSecond() % 1000,
                new DatabaseFacts("PostgreSQL", "18.4", "embedded", List.of(), new RehearsedBy("postgres", "flyway")),
                SampleReports.BUDGETS,
                List.of(new TableFacts("public.t", rows, 8192)),
                List.of(),
                List.of(result(migration("1"), first, List.of()), result(migration("2"), risk, found)),
                null,
                null,
                null);
        write("report.json", new JsonReport().render(report));
        return write("plan.md", "plan").write("rollback-plan.md", "rollback plan");
    }

    Desk change(Change change) {
        switch (change) {
            case SCRIPT -> texts.put("V2__b.sql", "b, but not the same");
            case UNDO -> texts.put("U2__b.sql", "u, but not the same");
            case REPEATABLE -> texts.put("R__views.sql", "r, but not the same");
            case NEW_SCRIPT -> texts.put("V3__c.sql", "c");
            case RISK -> first = Risk.HIGH;
            case FINDING -> rehearsed(Risk.HIGH, "warning table-rewritten");
            case FEWER_ROWS -> rows = 10;
            case FAILED -> verdict = Verdict.FAILED;
            case INCOMPLETE -> verdict = Verdict.INCOMPLETE;
        }
        boolean inTheReport = List.of(Change.RISK, Change.FEWER_ROWS, Change.FAILED, Change.INCOMPLETE)
                .contains(change);
        return inTheReport ? rehearsed(Risk.HIGH) : this;
    }

    Desk write(String report, String text) {
        try {
            Files.createDirectories(root.resolve("out"));
            Files.writeString(root.resolve("out").resolve(report), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String report) {
        try {
            Files.delete(root.resolve("out").resolve(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void editApprovals(String from, String to) {
        Path file = root.resolve(ApprovalFile.NAME);
        try {
            Files.writeString(file, Files.readString(file).replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CurrentScripts scripts() {
        List<Migration> migrations = texts.containsKey("V3__c.sql")
                ? List.of(migration("1"), migration("2"), migration("3"))
                : List.of(migration("1"), migration("2"));
        return new CurrentScripts(
                migrations, new MigrationHistory(migrations, List.of(script("R__views.sql")), List.of()));
    }

    private Migration migration(String version) {
        String name = Map.of("1", "a", "2", "b").getOrDefault(version, "c");
        return new Migration(
                version,
                name,
                Migration.Kind.SQL,
                script("V" + version + "__" + name + ".sql"),
                version.equals("2") ? script("U2__b.sql") : null,
                true);
    }

    private Script script(String name) {
        return new Script(name, null, texts.getOrDefault(name, ""));
    }

    private static MigrationResult result(Migration migration, Risk risk, List<Finding> findings) {
        MigrationFacts facts = new MigrationFacts(migration, Measured.NOTHING, null, List.of(), null, null, null);
        return new MigrationResult(facts, Verdict.PASSED, risk, findings);
    }
}
