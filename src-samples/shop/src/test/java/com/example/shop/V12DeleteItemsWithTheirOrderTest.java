package com.example.shop;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;

@Rehearsal(rows = 200)
class V12DeleteItemsWithTheirOrderTest {
    private static final String DELETE_AN_ORDER =
            "DELETE FROM orders WHERE id = (SELECT min(order_id) FROM order_items)";

    @MigrationTest("12")
    void a_deleted_order_takes_its_items_along(MigrationUnderTest migration) {
        migration.up();
        migration.execute(DELETE_AN_ORDER);

        assertThat(migration)
                .changesRowCountBy("orders", -1)
                .hasNoOrphans("order_items", "order_id", "orders")
                .hasConstraint("order_items", "order_items_order_cascade_fk")
                .thatIsValidated()
                .hasNoConstraint("order_items", "order_items_order_fk");
    }

    @MigrationTest("12")
    void after_the_undo_an_order_with_items_stays(MigrationUnderTest migration) {
        migration.up().down();

        assertThat(migration)
                .rejects(DELETE_AN_ORDER)
                .withSqlState("23503")
                .restoredSchema()
                .restoredData();
    }
}
