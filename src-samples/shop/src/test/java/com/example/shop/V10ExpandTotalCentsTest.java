package com.example.shop;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;

@Rehearsal(rows = 200)
class V10ExpandTotalCentsTest {
    @MigrationTest("10")
    void every_total_has_a_wide_twin(MigrationUnderTest migration) {
        migration.up();

        assertThat(migration)
                .hasColumn("orders", "total_cents_big")
                .ofType("bigint")
                .thatIsNotNull()
                .hasRowCount("orders", "total_cents_big IS DISTINCT FROM total_cents", 0)
                .hasNoConstraint("orders", "orders_total_big_present")
                .preservesValues("orders");
    }

    @MigrationTest("10")
    void the_twin_follows_an_application_that_does_not_know_it(MigrationUnderTest migration) {
        migration.up();
        migration
                .execute("INSERT INTO orders (user_id, total_cents) SELECT min(id), 4711 FROM users")
                .execute("UPDATE orders SET total_cents = total_cents + 1");

        assertThat(migration).hasRowCount("orders", "total_cents_big IS DISTINCT FROM total_cents", 0);
    }
}
