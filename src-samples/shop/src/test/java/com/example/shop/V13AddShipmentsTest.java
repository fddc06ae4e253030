package com.example.shop;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;

@Rehearsal(rows = 200)
class V13AddShipmentsTest {
    @MigrationTest("13")
    void a_parcel_belongs_to_an_order_and_is_on_a_known_way(MigrationUnderTest migration) {
        migration.up();
        migration.execute("INSERT INTO shipments (order_id) SELECT id FROM orders ORDER BY id LIMIT 3");

        assertThat(migration)
                .hasOnlyValues("shipments", "status", "packed")
                .rejects("UPDATE shipments SET status = 'lost'")
                .withSqlState("22P02")
                .rejects("INSERT INTO shipments (order_id) VALUES (-1)")
                .withSqlState("23503")
                .hasIndex("shipments_order_id_idx")
                .thatServes("SELECT * FROM shipments WHERE order_id = 7");

        migration.execute("DELETE FROM orders WHERE id = (SELECT min(order_id) FROM shipments)");

        assertThat(migration).hasRowCount("shipments", 2);
    }

    @MigrationTest("13")
    void it_can_be_tried_again_after_an_undo(MigrationUnderTest migration) {
        migration.up().down();
        assertThat(migration).restoredSchema();

        migration.up();
        assertThat(migration).hasTable("shipments").hasRowCount("shipments", 0);
    }
}
