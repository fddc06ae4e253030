package com.example.shop;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;

@Rehearsal(rows = 200)
class V2IndexOrdersByDayTest {
    private static final String REPORT =
            "SELECT * FROM orders WHERE placed_at >= '2026-11-01' AND placed_at < '2026-11-02'";

    @MigrationTest("2")
    void the_daily_report_has_its_index(MigrationUnderTest migration) {
        migration.up();

        assertThat(migration).hasIndex("orders_placed_at_idx").thatIsValid().thatServes(REPORT);
    }

    @MigrationTest("2")
    void what_an_interrupted_build_left_is_replaced(MigrationUnderTest migration) {
        migration.given("CREATE INDEX orders_placed_at_idx ON orders (placed_at) WHERE false");

        migration.up();

        assertThat(migration).hasIndex("orders_placed_at_idx").thatServes(REPORT);
    }
}
