package dev.rehearsal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.plan.PlanContent.Queries;
import dev.rehearsal.plan.PlanContent.Query;
import dev.rehearsal.plan.PlanContent.RowCheck;
import dev.rehearsal.testing.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesOnRealDatabaseIT {
    @TempDir
    static Path folder;

    private static PlannedProject project;
    private static Queries queries;

    @BeforeAll
    static void rehearse() throws SQLException {
        project = PlannedProject.in(folder);
        queries = project.plan(project.rehearse()).queries();
    }

    @Test
    void a_migrated_database_answers_every_verification_as_expected() {
        DataSource database = migrated();
        assertThat(queries.verification()).hasSizeGreaterThan(25);
        assertThat(differing(database, queries.verification())).isEmpty();
    }

    @Test
    void the_rows_are_those_of_the_rehearsal() {
        DataSource database = migrated();
        assertThat(queries.rows())
                .extracting(RowCheck::table, RowCheck::before, RowCheck::after, RowCheck::difference)
                .contains(
                        tuple("public.users", 200L, 200L, "+0"),
                        tuple("public.plain", 50L, 45L, "-5"),
                        tuple("public.events", 0L, 7L, "+7"));
        for (RowCheck row : queries.rows()) {
            assertThat(answer(database, row.sql().text())).as(row.table()).isEqualTo("" + row.after());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE users DROP COLUMN role CASCADE",
                "ALTER TABLE users ALTER COLUMN nick DROP NOT NULL",
                "ALTER TABLE users ALTER COLUMN nick DROP NOT NULL; UPDATE users SET nick = NULL WHERE id = 7",
                "ALTER TABLE users ALTER COLUMN age TYPE integer",
                "ALTER TABLE users ALTER COLUMN role DROP DEFAULT",
                "ALTER TABLE users DROP CONSTRAINT users_age_sane",
                "ALTER TABLE users DROP CONSTRAINT users_age_sane, ADD CONSTRAINT users_age_sane CHECK (age < 500) NOT VALID",
                "ALTER TABLE users DROP CONSTRAINT users_age_sane, ADD CONSTRAINT users_age_sane CHECK (age < 600)",
                "ALTER TABLE users RENAME COLUMN mail TO email",
                "DROP INDEX users_mail_key",
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'users_mail_key'::regclass",
                "CREATE INDEX users_age_idx ON users (age)",
                "ALTER TABLE plain DROP CONSTRAINT plain_user_fk",
                "ALTER TABLE \"odd \"\" na'me\\\" DROP COLUMN \"it's\"",
                "ALTER TABLE \"odd \"\" na'me\\\" DROP COLUMN \"c\\l\"",
                "DROP VIEW loud",
                "DROP TABLE events",
                "DROP TRIGGER users_touch ON users",
                "CREATE TABLE doomed ()"
            })
    void a_fault_injected_by_hand_makes_an_answer_differ(String fault) {
        DatabaseAddress address = TestPostgres.freshDatabase();
        DataSource database = TestPostgres.connect(address);
        project.up(database);
        TestPostgres.run(address, fault);
        assertThat(differing(database, queries.verification())).isNotEmpty();
    }

    @Test
    void an_undone_database_answers_as_before() {
        DataSource database = migrated();
        assertThat(queries.undone()).hasSizeGreaterThan(15);
        assertThat(differing(database, queries.undone())).hasSizeGreaterThan(15);
        project.down(database);
        assertThat(differing(database, queries.undone())).isEmpty();
    }

    @Test
    void every_preflight_query_answers_yes_or_no() {
        DataSource database = migrated();
        for (Query query : queries.preflight()) {
            assertThat(answer(database, query.sql().text())).as(query.title()).isIn("yes", "no");
        }
        assertThat(queries.preflight())
                .filteredOn(q ->
                        q.title().startsWith("The server is of") || q.title().startsWith("This is the primary"))
                .hasSize(2)
                .allSatisfy(q -> assertThat(answer(database, q.sql().text())).isEqualTo("yes"));
        assertThat(queries.preflight())
                .filteredOn(q -> q.title().startsWith("None of the planned"))
                .hasSize(1)
                .allSatisfy(q -> assertThat(answer(database, q.sql().text())).isEqualTo("no"));
    }

    @Test
    void every_monitoring_query_runs() {
        DataSource database = migrated();
        for (Query query : queries.hour()) {
            answer(database, query.sql().text());
        }
        for (Query query : queries.day()) {
            answer(database, query.sql().text());
        }
        assertThat(queries.day())
                .anySatisfy(q ->
                        assertThat(answer(database, q.sql().text())).isEqualTo("pg_stat_statements is not installed"));
    }

    private static DataSource migrated() {
        DataSource database = TestPostgres.connect(TestPostgres.freshDatabase());
        project.up(database);
        return database;
    }

    private static List<String> differing(DataSource database, List<Query> asked) {
        List<String> differing = new ArrayList<>();
        for (Query query : asked) {
            String answer = answerOrError(database, query.sql().text());
            if (!query.expected().equals(answer)) {
                differing.add(query.title() + ": " + answer + "\n" + query.sql().text());
            }
        }
        return differing;
    }

    /** A column that is gone cannot be counted: the error is an answer, too. */
    private static String answerOrError(DataSource database, String sql) {
        try {
            return answer(database, sql);
        } catch (IllegalStateException e) {
            return "an error";
        }
    }

    private static String answer(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "no row";
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + "\n" + sql, e);
        }
    }
}
