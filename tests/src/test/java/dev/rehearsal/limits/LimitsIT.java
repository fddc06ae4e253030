package dev.rehearsal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is larger than usual. Each size is a system property, with a default that a build can wait for:
 * {@code -Drehearsal.limits.tables=5000}, {@code .migrations=1000}, {@code .script=50} and {@code .statement=10} megabytes.
 */
class LimitsIT {
    private static final int TABLES = Integer.getInteger("rehearsal.limits.tables", 200);
    private static final int MIGRATIONS = Integer.getInteger("rehearsal.limits.migrations", 50);
    private static final int SCRIPT = Integer.getInteger("rehearsal.limits.script", 4);
    private static final int STATEMENT = Integer.getInteger("rehearsal.limits.statement", 2);
    private static final int MEGABYTE = 1 << 20;
    /** A server has room for so many locks of one transaction, tables and their indexes, with its usual settings. */
    private static final int IN_ONE_SCRIPT = 100;

    @TempDir
    private Path folder;

    @Test
    void thousands_of_tables() throws IOException {
        LargeProject project = project();
        int version = 0;
        for (int first = 1; first <= TABLES; first += IN_ONE_SCRIPT) {
            String tables = IntStream.range(first, Math.min(first + IN_ONE_SCRIPT, TABLES + 1))
                    .mapToObj(i -> "CREATE TABLE t%d (id int PRIMARY KEY, v text UNIQUE);%n".formatted(i))
                    .collect(Collectors.joining());
            project.script("V" + ++version + "__tables", tables);
        }
        version++;
        RehearsalReport report = project.script("V" + version + "__one", "ALTER TABLE t1 ADD w int;")
                .script("U" + version + "__one", "ALTER TABLE t1 DROP w;")
                .rehearse(folder, 2, "" + version);

        passed(report);
        assertThat(report.tables()).hasSize(TABLES);
    }

    @Test
    void a_thousand_columns() throws IOException {
        passed(wide("int"));
    }

    @Test
    void rows_that_do_not_fit_into_a_page_are_told_as_not_measured() throws IOException {
        RehearsalReport report = wide("text");

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("public.wide could not be filled", "row is too big"));
    }

    private RehearsalReport wide(String type) throws IOException {
        String columns = IntStream.rangeClosed(1, 998)
                .mapToObj(i -> "c" + i + ' ' + type)
                .collect(Collectors.joining(", "));
        return project()
                .script("V1__base", "CREATE TABLE wide (id int PRIMARY KEY, " + columns + ");")
                .script("V2__one", "ALTER TABLE wide ADD w int;")
                .script("U2__one", "ALTER TABLE wide DROP w;")
                .rehearse(folder, 100, "2");
    }

    @Test
    void a_thousand_migrations() throws IOException {
        LargeProject project = project();
        for (int i = 1; i <= MIGRATIONS; i++) {
            project.script("V" + i + "__table", "CREATE TABLE t" + i % 50 + "_" + i + " (id int PRIMARY KEY);")
                    .script("U" + i + "__table", "DROP TABLE t" + i % 50 + "_" + i + ";");
        }
        RehearsalReport report = project.rehearse(folder, 1, "" + (MIGRATIONS - 2));

        passed(report);
        assertThat(report.migrations()).hasSize(3);
    }

    @Test
    void a_script_of_many_megabytes() throws IOException {
        String row = "INSERT INTO t VALUES (%d, '" + "x".repeat(100_000) + "');%n";
        String script =
                IntStream.rangeClosed(1, SCRIPT * 10).mapToObj(row::formatted).collect(Collectors.joining());
        RehearsalReport report = project()
                .script("V1__base", "CREATE TABLE t (id int PRIMARY KEY, v text);")
                .script("V2__rows", script)
                .script("U2__rows", "DELETE FROM t;")
                .rehearse(folder, 0, "2");

        passed(report);
    }

    @Test
    void a_single_statement_of_many_megabytes() throws IOException {
        RehearsalReport report = project()
                .script("V1__base", "CREATE TABLE t (id int PRIMARY KEY, v text);")
                .script("V2__row", "INSERT INTO t VALUES (1, '" + "x".repeat(STATEMENT * MEGABYTE) + "');")
                .script("U2__row", "DELETE FROM t;")
                .rehearse(folder, 0, "2");

        passed(report);
    }

    private static void passed(RehearsalReport report) {
        assertThat(report.verdict())
                .as(report.findings() + " "
                        + report.migrations().stream()
                                .map(m -> m.findings().toString())
                                .toList())
                .isEqualTo(Verdict.PASSED);
    }

    private LargeProject project() {
        return new LargeProject(folder);
    }
}
