package dev.rehearsal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.application.ApplicationFolder;
import dev.rehearsal.fuzz.Names;
import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.CrashRun;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.UseCheck;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.scenario.CrashLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names that nobody should use and everybody may, through a whole rehearsal: seeding, use, canaries, application, crash
 * and comparison. {@code -Drehearsal.names.seed} repeats a run of the generated ones.
 */
class HostileNamesIT {
    private static final int ROWS = 20;
    private static final int COLUMNS = 4;
    private static final int CRASHES = 4;
    private static final long SEED = Long.getLong("rehearsal.names.seed", System.nanoTime());
    private static final int GENERATED = Integer.getInteger("rehearsal.names.count", 40);

    @TempDir
    private Path folder;

    @Test
    void every_odd_name_goes_through_a_whole_rehearsal() throws IOException {
        survives(new Names(new Random(SEED), 0).odd());
    }

    @Test
    void generated_names_go_through_a_whole_rehearsal() throws IOException {
        System.out.println("names of -Drehearsal.names.seed=" + SEED);
        Names names = new Names(new Random(SEED), 0);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < GENERATED; i++) {
            made.add(names.next());
        }
        survives(made);
    }

    @Test
    void a_name_in_every_script_of_unicode_goes_through_a_whole_rehearsal() throws IOException {
        List<String> names = Names.ofEveryScript();
        assertThat(names).hasSizeGreaterThan(140);
        survives(names);
    }

    private void survives(List<String> names) throws IOException {
        StringBuilder base = new StringBuilder();
        StringBuilder up = new StringBuilder();
        StringBuilder down = new StringBuilder();
        StringBuilder application = new StringBuilder();
        int tables = 0;
        for (Iterator<String> next = names.iterator(); next.hasNext(); tables++) {
            List<String> some = new ArrayList<>();
            while (next.hasNext() && some.size() < COLUMNS) {
                some.add(quoted(next.next()));
            }
            table(some, base, up, down, application);
        }
        Path statements = Files.createDirectories(folder.resolve("application"));
        Files.writeString(statements.resolve("all.sql"), application);

        RehearsalReport report = new LargeProject(folder)
                .script("V1__base", base.toString())
                .script("V2__change", up.toString())
                .script("U2__change", down.toString())
                .rehearse(
                        folder,
                        ROWS,
                        "2",
                        ApplicationFolder.read(statements, new PostgresLexer()),
                        CrashLimits.of(CRASHES));

        passed(report);
        assertThat(report.tables())
                .hasSizeGreaterThanOrEqualTo(tables)
                .allSatisfy(table -> assertThat(table.rows()).isEqualTo(ROWS));
        everythingWasDone(report.migrations().get(0).facts(), tables);
    }

    private static void everythingWasDone(MigrationFacts facts, int tables) {
        UseCheck use = Objects.requireNonNull(facts.afterUse());
        assertThat(use.skipped()).isNull();
        assertThat(use.written()).isNotEmpty();
        CrashCheck crash = Objects.requireNonNull(facts.crash());
        assertThat(crash.runs()).hasSizeGreaterThanOrEqualTo(CRASHES).allMatch(CrashRun::recovered);
        assertThat(Objects.requireNonNull(facts.application()).statements())
                .hasSize(tables * 2)
                .allSatisfy(HostileNamesIT::worked);
    }

    /** During the migration it may have to wait for longer than it is given. */
    private static void worked(StatementCheck statement) {
        for (Moment moment : List.of(Moment.BEFORE_UP, Moment.AFTER_UP, Moment.AFTER_DOWN)) {
            assertThat(statement.at(moment))
                    .as(statement.sql() + ' ' + moment)
                    .hasValueSatisfying(run -> assertThat(run.failed()).isFalse());
        }
    }

    /** A name is a table's, a schema object's and a column's at once. */
    private static void table(
            List<String> names, StringBuilder base, StringBuilder up, StringBuilder down, StringBuilder application) {
        String table = names.get(0);
        String last = names.get(names.size() - 1);
        base.append("CREATE TABLE %s (id integer PRIMARY KEY".formatted(table));
        names.forEach(name -> base.append(", ").append(name).append(" text NOT NULL"));
        base.append(", CONSTRAINT %s CHECK (length(%s) < 100));\n".formatted(last, table));
        up.append("ALTER TABLE %s ADD \"more\" integer, ADD parent integer REFERENCES %s;\n".formatted(table, table));
        up.append("CREATE INDEX ON %s (parent);\n".formatted(table));
        up.append("COMMENT ON COLUMN %s.%s IS 'about it';\n".formatted(table, last));
        down.append("COMMENT ON COLUMN %s.%s IS NULL;\n".formatted(table, last));
        down.append("ALTER TABLE %s DROP parent, DROP \"more\";\n".formatted(table));
        application.append("SELECT %s FROM %s WHERE id = 1;\n".formatted(last, table));
        application.append("UPDATE %s SET %s = %s WHERE id = 1;\n".formatted(table, last, last));
    }

    private static void passed(RehearsalReport report) {
        assertThat(report.verdict())
                .as("seed " + SEED + ": " + report.findings() + " "
                        + report.migrations().stream()
                                .map(m -> m.findings().toString())
                                .toList())
                .isEqualTo(Verdict.PASSED);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
