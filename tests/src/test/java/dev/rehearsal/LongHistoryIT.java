package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred versions, each eighth of which fails on rows in a way of its own, are all rehearsed. */
class LongHistoryIT {
    private static final int VERSIONS = 100;
    private static final int EACH = 8;

    /** On a table that the version before has made, and that is filled by then. */
    private static final List<String> WAYS = List.of(
            "CREATE UNIQUE INDEX ON %s (amount);",
            "ALTER TABLE %s ALTER COLUMN amount SET NOT NULL;",
            "ALTER TABLE %s ALTER COLUMN id DROP DEFAULT; UPDATE %1$s SET id = NULL;",
            "ALTER TABLE %s ADD CHECK (amount > 1000000);",
            "ALTER TABLE %s ADD FOREIGN KEY (word) REFERENCES codes (code);",
            "ALTER TABLE %s ALTER COLUMN word TYPE varchar(1);",
            "ALTER TABLE %s ALTER COLUMN word TYPE int USING word::int;",
            "DO $$ BEGIN IF EXISTS (SELECT FROM %s) THEN RAISE EXCEPTION 'there are rows'; END IF; END $$;",
            "ALTER TABLE %s ADD EXCLUDE (word WITH =);",
            "UPDATE %s SET amount = 1 / (amount - amount);",
            "CREATE TABLE copy_of_%s AS SELECT id, word::int AS number FROM %1$s;",
            "INSERT INTO codes SELECT left(word, 1) FROM %s;");

    @TempDir
    private Path root;

    @Test
    void all_are_rehearsed_and_those_behind_a_failure_with_rows_and_rollback() throws Exception {
        SmallHistory history = new SmallHistory(root);
        history.write("V1__codes.sql", irreversible("CREATE TABLE codes (code varchar(20) PRIMARY KEY);"));
        for (int version = 2; version <= VERSIONS; version++) {
            if (fails(version)) {
                String table = "t" + (version - 1);
                String way = WAYS.get(version / EACH - 1).formatted(table);
                history.write("V" + version + "__fails.sql", irreversible(way));
            } else {
                history.write(
                        "V" + version + "__table.sql",
                        "CREATE TABLE t%d (id bigint PRIMARY KEY, amount int, word varchar(20));".formatted(version));
                history.write("U" + version + "__table.sql", "DROP TABLE t%d;".formatted(version));
            }
        }

        RehearsalReport report = history.rehearse();

        assertThat(report.migrations()).hasSize(VERSIONS);
        assertThat(report.findings()).extracting(Finding::message).noneMatch(m -> m.contains("rehearsal ended"));
        IntStream.rangeClosed(2, VERSIONS)
                .forEach(version -> check(version, report.migrations().get(version - 1)));
    }

    private static void check(int version, MigrationResult result) {
        List<Finding> failures = result.findings().stream()
                .filter(finding -> finding.rule().equals("up-failed"))
                .toList();
        if (fails(version)) {
            assertThat(failures).as("version %d", version).hasSize(1);
            assertThat(result.facts().failedUps()).as("version %d", version).isNotNull();
        } else {
            assertThat(result.verdict())
                    .as("version %d: %s", version, result.findings())
                    .isEqualTo(Verdict.PASSED);
            assertThat(result.facts().dataAfterDown()).isNotNull();
            assertThat(result.facts().tables())
                    .filteredOn(table -> table.table().matches("public\\.t\\d+"))
                    .allSatisfy(
                            table -> assertThat(table.rows()).as(table.table()).isPositive());
        }
    }

    private static boolean fails(int version) {
        return version % EACH == 0 && version / EACH <= WAYS.size();
    }

    private static String irreversible(String sql) {
        return "-- rehearsal: irreversible — a test\n" + sql;
    }
}
