package dev.rehearsal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.assertj.db.type.AssertDbConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTestTest {
    @Test
    void a_test_drives_its_migration_on_a_filled_database_of_its_own() {
        Kit kit = Kit.run(Driving.class);

        assertThat(kit.failures()).isEmpty();
        assertThat(kit.passed()).containsExactlyInAnyOrder("2 split name", "2 split name", "1 people", "2 split name");
    }

    @Test
    void phases_make_one_invocation_each_that_is_named_like_the_phase() {
        Kit kit = Kit.run(InPhases.class);

        assertThat(kit.failures()).isEmpty();
        assertThat(kit.passed()).containsExactly("UP", "DOWN", "UP_AGAIN");
    }

    @Test
    void every_kind_of_parameter_is_given() {
        Kit kit = Kit.run(WithParameters.class);

        assertThat(kit.failures()).isEmpty();
        assertThat(kit.passed()).hasSize(3);
    }

    @Test
    void it_works_composed_nested_repeated_parameterised_and_per_class() {
        Kit kit = Kit.run(Composed.class, Repeated.class, PerClass.class);

        assertThat(kit.failures()).isEmpty();
        assertThat(kit.passed()).hasSize(8);
    }

    @Test
    void parallel_tests_do_not_see_each_other() {
        Map<String, String> parallel = Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

        Kit kit = Kit.run(parallel, Driving.class, InPhases.class, WithParameters.class);

        assertThat(kit.failures()).isEmpty();
        assertThat(kit.passed()).hasSize(10);
    }

    private static long count(DataSource source, String table) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return count(connection, table);
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Rehearsal(locations = "classpath:people", rows = 50)
    static class Driving {
        @MigrationTest("2")
        void from_a_filled_stage(MigrationUnderTest migration, DataSource source) throws SQLException {
            assertThat(count(source, "users")).isEqualTo(50);
            migration.up();
            assertThat(count(source, "users WHERE first_name IS NOT NULL")).isPositive();
            migration.down().up();
        }

        @MigrationTest("2")
        void with_rows_of_its_own(MigrationUnderTest migration, DataSource source) throws SQLException {
            migration.givenEmpty("users").given("INSERT INTO users (id, name) VALUES (1, 'Ada Lovelace')");
            migration.up();
            assertThat(count(source, "users WHERE first_name = 'Ada' AND last_name = 'Lovelace'"))
                    .isEqualTo(1);
            assertThat(count(source, "users")).isEqualTo(1);
        }

        @MigrationTest("1")
        void of_the_first_version(MigrationUnderTest migration) {
            migration.up().down();
        }

        @MigrationTest("2")
        void and_leaves_nothing_to_the_next(DataSource source) throws SQLException {
            assertThat(count(source, "users")).isEqualTo(50);
        }
    }

    @Rehearsal(locations = "classpath:people", rows = 20)
    static class InPhases {
        @BeforeEach
        void a_row_more(MigrationUnderTest migration) {
            migration.given("INSERT INTO users (id, name) VALUES (1000, 'Plato')");
        }

        @MigrationTest(
                value = "2",
                phases = {Phase.UP, Phase.DOWN, Phase.UP_AGAIN})
        void no_user_is_lost(Connection connection) throws SQLException {
            assertThat(count(connection, "users")).isEqualTo(21);
        }
    }

    @Rehearsal(locations = "classpath:people", rows = 5)
    static class WithParameters {
        @MigrationTest("2")
        void url(@JdbcUrl String url) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url)) {
                assertThat(count(connection, "users")).isEqualTo(5);
            }
        }

        @MigrationTest("2")
        void assertj_db(AssertDbConnection connection, MigrationUnderTest migration) {
            migration.up();
            org.assertj.db.api.Assertions.assertThat(connection.table("users").build())
                    .hasNumberOfRows(5);
        }

        @MigrationTest("2")
        void connections_are_closed_for_you(Connection one, Connection two, MigrationUnderTest migration)
                throws SQLException {
            migration.up();
            assertThat(count(one, "users")).isEqualTo(count(two, "users"));
        }
    }

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @MigrationTest("2")
    @interface TestOfTheSplit {}

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Rehearsal(locations = "classpath:people", rows = 3)
    @interface OnThreePeople {}

    @OnThreePeople
    static class Composed {
        @TestOfTheSplit
        void composed(DataSource source) throws SQLException {
            assertThat(count(source, "users")).isEqualTo(3);
        }

        @Nested
        class Deeper {
            @TestOfTheSplit
            void nested(DataSource source) throws SQLException {
                assertThat(count(source, "users")).isEqualTo(3);
            }
        }

        @Nested
        @Rehearsal(locations = "classpath:people", rows = 0)
        class OnNobody {
            @TestOfTheSplit
            void nested(DataSource source) throws SQLException {
                assertThat(count(source, "users")).isZero();
            }
        }
    }

    @Rehearsal(locations = "classpath:people", rows = 0)
    static class Repeated {
        @MigrationTest("2")
        @ParameterizedTest
        @ValueSource(strings = {"Ada", "Plato"})
        void parameterised(String name, MigrationUnderTest migration, DataSource source) throws SQLException {
            migration.given("INSERT INTO users (name) VALUES ('" + name + "')").up();
            assertThat(count(source, "users WHERE first_name = '" + name + "'")).isEqualTo(1);
        }

        @MigrationTest("2")
        @RepeatedTest(2)
        void repeated(MigrationUnderTest migration) {
            migration.up();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Rehearsal(locations = "classpath:people", rows = 2)
    static class PerClass {
        @MigrationTest("2")
        void per_class(MigrationUnderTest migration) {
            migration.up();
        }

        @AfterEach
        void rows_are_there_still(DataSource source) throws SQLException {
            assertThat(count(source, "users")).isEqualTo(2);
        }
    }
}
