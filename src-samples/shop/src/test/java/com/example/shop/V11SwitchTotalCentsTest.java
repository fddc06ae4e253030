package com.example.shop;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Phase;
import dev.rehearsal.junit.Rehearsal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;

@Rehearsal(rows = 200)
class V11SwitchTotalCentsTest {
    private static final long BEYOND_INTEGER = 3_000_000_000L;

    @BeforeEach
    void three_orders(MigrationUnderTest migration) {
        migration
                .givenEmpty("orders")
                .given("INSERT INTO orders (user_id, total_cents) SELECT id, 100 FROM users ORDER BY id LIMIT 3");
    }

    @MigrationTest("11")
    void totals_may_be_larger_than_integer(MigrationUnderTest migration) {
        migration.up();
        migration.execute("UPDATE orders SET total_cents = " + BEYOND_INTEGER);

        assertThat(migration)
                .hasColumn("orders", "total_cents")
                .ofType("bigint")
                .thatIsNotNull()
                .hasOnlyValues("orders", "total_cents", BEYOND_INTEGER);
    }

    @MigrationTest("11")
    void the_undo_keeps_a_total_that_integer_cannot_hold(MigrationUnderTest migration) {
        migration.up().execute("UPDATE orders SET total_cents = " + BEYOND_INTEGER);

        migration.down();

        assertThat(migration)
                .hasOnlyValues("orders", "total_cents", Integer.MAX_VALUE)
                .hasOnlyValues("orders", "total_cents_big", BEYOND_INTEGER);
    }

    @MigrationTest(
            value = "11",
            phases = {Phase.UP, Phase.DOWN, Phase.UP_AGAIN})
    void no_total_changes_in_any_phase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sum(total_cents) FROM orders")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).isEqualTo(300);
        }
    }
}
