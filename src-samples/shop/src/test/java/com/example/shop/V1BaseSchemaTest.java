package com.example.shop;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;

@Rehearsal
class V1BaseSchemaTest {
    @MigrationTest("1")
    void the_shop_refuses_what_cannot_be(MigrationUnderTest migration) {
        migration.up();
        migration.execute("INSERT INTO users (email, full_name) VALUES ('ada@example.org', 'Ada');"
                + "INSERT INTO orders (user_id, total_cents) SELECT id, 4711 FROM users;"
                + "INSERT INTO products (sku, name, price_cents) VALUES ('P-1', 'Pen', 199)");

        assertThat(migration)
                .hasRowCount("orders", "status = 'open'", 1)
                .rejects("INSERT INTO users (email, full_name) VALUES ('ada@example.org', 'Another Ada')")
                .withSqlState("23505")
                .rejects("INSERT INTO orders (user_id, total_cents) VALUES (-1, 0)")
                .withSqlState("23503")
                .rejects("UPDATE orders SET status = 'lost'")
                .withSqlState("23514")
                .rejects("UPDATE products SET price_cents = -1")
                .withSqlState("23514")
                .rejects("INSERT INTO order_items (order_id, product_id, quantity, unit_price_cents)"
                        + " SELECT o.id, p.id, 0, 199 FROM orders AS o, products AS p")
                .withSqlState("23514");
    }

    @MigrationTest("1")
    void the_undo_takes_the_back_office_view_along(MigrationUnderTest migration) {
        migration.up();
        assertThat(migration).hasTable("order_overview");

        migration.down();

        assertThat(migration).restoredSchema();
    }
}
