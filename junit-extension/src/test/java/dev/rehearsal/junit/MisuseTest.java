package dev.rehearsal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MisuseTest {
    private static Kit kit = Kit.run();

    @BeforeAll
    static void run() {
        kit = Kit.run(Misused.class, NowhereToBeFound.class, FewerThanNone.class);
    }

    @Test
    void an_unknown_version_names_the_nearest() {
        assertThat(kit.failureOf("unknown_version"))
                .contains("@MigrationTest(\"V2\") on Misused.unknown_version", "value:", "Did you mean '2'?");
    }

    @Test
    void down_without_an_undo_script_says_which_to_add() {
        assertThat(kit.failureOf("no_undo"))
                .contains("@MigrationTest(\"4\")", "no undo script", "V4__notes_for_good.sql");
        assertThat(kit.failureOf("no_undo_for_phases")).contains("@MigrationTest(\"4\")", "phases:", "undo script");
    }

    @Test
    void steps_out_of_order_say_what_to_call() {
        assertThat(kit.failureOf("up_twice")).contains("@MigrationTest(\"2\")", "Call down() between");
        assertThat(kit.failureOf("down_first")).contains("call up() first");
        assertThat(kit.failureOf("given_late")).contains("Move it before up()");
    }

    @Test
    void a_parameter_that_cannot_be_given_names_those_that_can() {
        assertThat(kit.failureOf("statement"))
                .contains("@MigrationTest(\"2\")", "java.sql.Statement", "MigrationUnderTest", "@JdbcUrl");
        assertThat(kit.failureOf("naked_string")).contains("@JdbcUrl");
    }

    @Test
    void phases_beside_another_repetition_are_refused() {
        assertThat(kit.failureOf("twice_repeated")).contains("phases:", "Leave phases out");
    }

    @Test
    void settings_that_cannot_be_used_are_named() {
        assertThat(kit.failureOf("no_such_place")).contains("@MigrationTest(\"2\")", "nowhere");
        assertThat(kit.failureOf("less_than_nothing")).contains("@Rehearsal(rows = -7)");
    }

    @Test
    void a_connection_left_open_fails_the_test_and_says_where_it_was_opened() {
        assertThat(kit.failureOf("leaks_of_the_data_source"))
                .contains("1 connection open", "MisuseTest.java:", "try-with-resources");
        assertThat(kit.failureOf("leaks_of_the_url")).contains("1 connection open", "select 4711");
    }

    @Test
    void a_migration_that_fails_is_the_migrations_fault() {
        assertThat(kit.failureOf("up_fails"))
                .contains("The up failed in V5__nobody_is_bad.sql, line 1", "SQLSTATE 23514", "Statement: ALTER TABLE");
        assertThat(kit.failureOf("down_fails")).contains("The down failed in U5__nobody_is_bad.sql", "42P01");
    }

    @Test
    void a_key_that_is_taken_says_how_to_make_room() {
        assertThat(kit.failureOf("key_is_taken")).contains("givenEmpty", "rows = 0");
    }

    @Test
    void an_open_transaction_is_named_before_it_can_stop_the_migration() {
        assertThat(kit.failureOf("open_transaction")).contains("within a transaction", "Commit or close it");
    }

    @Rehearsal(locations = "classpath:people", rows = 5)
    static class Misused {
        @MigrationTest("V2")
        void unknown_version() {}

        @MigrationTest("4")
        void no_undo(MigrationUnderTest migration) {
            migration.up().down();
        }

        @MigrationTest(
                value = "4",
                phases = {Phase.UP, Phase.DOWN})
        void no_undo_for_phases() {}

        @MigrationTest("2")
        void up_twice(MigrationUnderTest migration) {
            migration.up().up();
        }

        @MigrationTest("2")
        void down_first(MigrationUnderTest migration) {
            migration.down();
        }

        @MigrationTest("2")
        void given_late(MigrationUnderTest migration) {
            migration.up().given("SELECT 1");
        }

        @MigrationTest("2")
        void statement(Statement statement) {}

        @MigrationTest("2")
        void naked_string(String url) {}

        @RepeatedTest(2)
        @MigrationTest(value = "2", phases = Phase.UP)
        void twice_repeated() {}

        @MigrationTest("2")
        void leaks_of_the_data_source(DataSource source) throws SQLException {
            source.getConnection();
        }

        @MigrationTest("2")
        void leaks_of_the_url(@JdbcUrl String url) throws SQLException {
            DriverManager.getConnection(url).createStatement().execute("select 4711");
        }

        @MigrationTest("5")
        void up_fails(MigrationUnderTest migration) {
            migration.given("INSERT INTO users (name) VALUES ('bad')").up();
        }

        @MigrationTest("5")
        void down_fails(MigrationUnderTest migration) {
            migration.up().down();
        }

        @MigrationTest("2")
        void key_is_taken(MigrationUnderTest migration) {
            migration.given("INSERT INTO users (id) VALUES (1)");
        }

        @MigrationTest("2")
        void open_transaction(MigrationUnderTest migration, Connection connection) throws SQLException {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE users");
            migration.up();
        }
    }

    @Rehearsal(locations = "filesystem:nowhere")
    static class NowhereToBeFound {
        @MigrationTest("2")
        void no_such_place() {}
    }

    @Rehearsal(rows = -7)
    static class FewerThanNone {
        @MigrationTest("2")
        void less_than_nothing() {}
    }
}
