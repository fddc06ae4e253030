package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.FailedUps;
import dev.rehearsal.result.FailedUps.Helped;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.TakenRows;
import dev.rehearsal.result.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A history does not end at an up that fails on rows: one for each way to fail, with versions behind it. */
class GoesOnIT {
    private static final String BASE = """
            CREATE TABLE countries (code varchar(20) PRIMARY KEY);
            CREATE TABLE users (id bigint PRIMARY KEY, email varchar(3), name text, age int, country varchar(20));
            CREATE TABLE posts (id bigint PRIMARY KEY, author bigint REFERENCES users);
            CREATE TEMP TABLE mark AS SELECT 1 AS age;
            """;

    @TempDir
    private Path root;

    /** How an up fails on rows, and whether the rows in its way are found, or the stage must be emptied. */
    record Way(String sql, Helped helped) {}

    static List<Way> ways() {
        return List.of(
                new Way("CREATE UNIQUE INDEX users_age ON users (age);", Helped.ROWS_TAKEN),
                new Way("ALTER TABLE users ADD CONSTRAINT users_age UNIQUE (age);", Helped.ROWS_TAKEN),
                new Way("ALTER TABLE users ALTER COLUMN age SET NOT NULL;", Helped.ROWS_TAKEN),
                new Way(
                        "ALTER TABLE users ALTER COLUMN id DROP DEFAULT; UPDATE users SET id = NULL;",
                        Helped.ROWS_TAKEN),
                new Way("ALTER TABLE users ADD CONSTRAINT adult CHECK (age > 1000000);", Helped.ROWS_TAKEN),
                new Way("ALTER TABLE users ADD FOREIGN KEY (country) REFERENCES countries;", Helped.ROWS_TAKEN),
                new Way("ALTER TABLE users ADD FOREIGN KEY (country) REFERENCES countries (code);", Helped.ROWS_TAKEN),
                new Way("ALTER TABLE users ALTER COLUMN name TYPE int USING name::int;", Helped.ROWS_TAKEN),
                new Way("ALTER TABLE users ALTER COLUMN name TYPE varchar(1);", Helped.ROWS_TAKEN),
                new Way(
                        "ALTER TABLE users ALTER COLUMN age TYPE smallint USING (age * 1000)::smallint;",
                        Helped.ROWS_TAKEN),
                new Way("UPDATE users SET age = length(name) / 0;", Helped.ROWS_TAKEN),
                new Way("ALTER TABLE users ADD COLUMN alias text NOT NULL;", Helped.ROWS_TAKEN),
                new Way(
                        "ALTER TABLE users ADD COLUMN size int; UPDATE users SET size = nullif(age, id);"
                                + " ALTER TABLE users ADD UNIQUE (size), ALTER COLUMN size SET NOT NULL;",
                        Helped.ROWS_TAKEN),
                new Way("INSERT INTO countries SELECT left(name, 1) FROM users;", Helped.ROWS_TAKEN),
                new Way(
                        "DO $$ BEGIN IF EXISTS (SELECT FROM users) THEN RAISE EXCEPTION 'not empty'; END IF; END $$;",
                        Helped.ROWS_TAKEN),
                new Way(
                        "DO $$ BEGIN IF (SELECT count(*) > 9 FROM users) THEN RAISE 'too many'; END IF; END $$;",
                        Helped.ROWS_TAKEN),
                new Way("ALTER TABLE users ADD CONSTRAINT one_each EXCLUDE (country WITH =);", Helped.ROWS_TAKEN),
                new Way(
                        "DO $$ BEGIN IF (SELECT reltuples > 9 FROM pg_class WHERE relname LIKE 'us%rs')"
                                + " THEN RAISE 'not empty'; END IF; END $$;",
                        Helped.EMPTIED),
                new Way("UPDATE users SET age = mark.age FROM mark;", Helped.TOGETHER));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void an_up_that_fails_on_rows_is_one_finding_and_what_comes_behind_is_rehearsed(Way way) throws Exception {
        write("V1__base.sql", BASE);
        write("V2__fails.sql", "-- rehearsal: irreversible — a test\n" + way.sql());
        write("V3__next.sql", "ALTER TABLE users ADD COLUMN nick text;");
        write("U3__next.sql", "ALTER TABLE users DROP COLUMN nick;");
        RehearsalReport report = rehearse();

        assertThat(report.migrations()).hasSize(3);
        MigrationResult failed = report.migrations().get(1);
        List<Finding> errors = failed.findings().stream()
                .filter(finding ->
                        finding.rule().equals("up-failed") || finding.rule().equals("constraint-rejects-existing-rows"))
                .toList();
        assertThat(errors).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("up-failed");
            assertThat(finding.line()).isEqualTo(2);
        });
        assertThat(failed.verdict()).isEqualTo(Verdict.FAILED);
        FailedUps ups = failed.facts().failedUps();
        assertThat(ups).isNotNull();
        assertThat(ups.helped()).isEqualTo(way.helped());
        if (way.helped() == Helped.ROWS_TAKEN) {
            assertThat(ups.taken()).extracting(TakenRows::table).startsWith("public.users");
            assertThat(ups.taken()).allMatch(taken -> taken.rows() > 0);
        }
        assertThat(failed.findings()).extracting(Finding::message).noneMatch(m -> m.contains("nothing has filled"));
        MigrationResult next = report.migrations().get(2);
        assertThat(next.verdict()).as("%s", next.findings()).isEqualTo(Verdict.PASSED);
        assertThat(next.facts().dataAfterDown()).isNotNull();
        assertThat(next.facts().tables())
                .filteredOn(table -> table.table().equals("public.users"))
                .singleElement()
                .satisfies(users -> assertThat(users.rows()).isEqualTo(300));
    }

    /** The application writes rows where there were none, and the up fails on these as well. */
    @Test
    void an_up_that_fails_on_any_row_is_not_called_unrepeatable_too() throws Exception {
        write("V1__base.sql", BASE);
        write("V2__fails.sql", "ALTER TABLE users ADD COLUMN nick text NOT NULL;");
        write("U2__fails.sql", "ALTER TABLE users DROP COLUMN nick;");
        MigrationResult failed = rehearse().migrations().get(1);
        assertThat(failed.facts().phase(Phase.UP_FINAL).orElseThrow().failure()).isNotNull();
        assertThat(failed.findings())
                .extracting(Finding::rule)
                .contains("up-failed")
                .doesNotContain("up-not-repeatable");
    }

    /** What is told of the up that succeeded in the end does not hide what production would be left with. */
    @Test
    void what_the_first_up_left_behind_is_told_beside_what_helped() throws Exception {
        write("V1__base.sql", BASE);
        write("V2__fails.sql", """
                -- rehearsal: irreversible — a test
                ALTER TABLE users ADD COLUMN nick text;
                CREATE UNIQUE INDEX CONCURRENTLY users_age ON users (age);""");
        write("V2__fails.sql.conf", "executeInTransaction=false");
        RehearsalReport report = rehearse();
        MigrationResult failed = report.migrations().get(1);
        assertThat(failed.facts().failedUps()).extracting(FailedUps::helped).isEqualTo(Helped.ROWS_TAKEN);
        assertThat(failed.findings())
                .extracting(Finding::rule)
                .contains("up-failed", "invalid-index-left", "failure-leaves-partial-change");
    }

    /** Without git nobody knows that the view is younger than the version which it stands in the way of. */
    @Test
    void an_up_that_fails_because_of_a_repeatable_script_names_it() throws Exception {
        write("V1__base.sql", BASE);
        write("V2__fails.sql", "-- rehearsal: irreversible — a test\nALTER TABLE users ALTER COLUMN age TYPE bigint;");
        write("V3__next.sql", "-- rehearsal: irreversible — a test\nSELECT 1;");
        write("R__ages.sql", "CREATE OR REPLACE VIEW ages AS SELECT age FROM users;");
        write("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT name FROM users;");
        RehearsalReport report = rehearse();
        assertThat(report.migrations()).hasSize(3);
        assertThat(report.migrations().get(1).findings())
                .filteredOn(finding -> finding.rule().equals("up-failed"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("Without R__ages.sql it goes up", "git")
                        .doesNotContain("R__names.sql"));
    }

    @Test
    void an_up_that_fails_on_an_empty_database_too_ends_it_and_what_is_behind_is_named_once() throws Exception {
        write("V1__base.sql", BASE);
        write("V2__fails.sql", "-- rehearsal: irreversible — a test\nALTER TABLE nowhere ADD COLUMN a int;");
        write("V3__next.sql", "-- rehearsal: irreversible — a test\nALTER TABLE users ADD COLUMN nick text;");
        RehearsalReport report = rehearse();
        assertThat(report.migrations()).hasSize(2);
        assertThat(report.migrations().get(1).facts().failedUps()).isNull();
        assertThat(report.migrations().get(1).findings())
                .extracting(Finding::rule)
                .contains("up-failed");
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("ended at version 2", "Not rehearsed: 3"));
    }

    private RehearsalReport rehearse() throws Exception {
        return new SmallHistory(root).rehearse();
    }

    private void write(String name, String sql) throws Exception {
        new SmallHistory(root).write(name, sql);
    }
}
