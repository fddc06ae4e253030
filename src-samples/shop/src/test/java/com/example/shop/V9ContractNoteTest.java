package com.example.shop;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rehearsal.junit.MigrationFailedError;
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
class V9ContractNoteTest {
    @BeforeEach
    void an_order_with_a_note(MigrationUnderTest migration) {
        migration.given("INSERT INTO orders (user_id, total_cents, customer_note)"
                + " SELECT min(id), 4711, 'Ring twice' FROM users");
    }

    @MigrationTest("9")
    void the_old_column_goes_and_comes_back_with_its_values(MigrationUnderTest migration) {
        migration.up();

        assertThat(migration)
                .hasNoColumn("orders", "note")
                .preservesResultOf("SELECT id, customer_note FROM orders ORDER BY id");

        migration.down();

        assertThat(migration).restoredSchema().restoredData();
    }

    @MigrationTest("9")
    void it_refuses_while_the_columns_differ(MigrationUnderTest migration) {
        migration.given("ALTER TABLE orders DISABLE TRIGGER orders_note_sync;"
                + "UPDATE orders SET note = 'Ring once' WHERE customer_note = 'Ring twice';"
                + "ALTER TABLE orders ENABLE TRIGGER orders_note_sync");

        assertThatExceptionOfType(MigrationFailedError.class)
                .isThrownBy(migration::up)
                .withMessageContaining("orders.note and orders.customer_note differ");
    }

    @MigrationTest(
            value = "9",
            phases = {Phase.UP, Phase.DOWN, Phase.UP_AGAIN})
    void the_note_is_there_in_every_phase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT customer_note FROM orders WHERE total_cents = 4711 AND customer_note IS NOT NULL")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("Ring twice");
        }
    }
}
