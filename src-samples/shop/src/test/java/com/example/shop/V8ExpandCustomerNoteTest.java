package com.example.shop;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;

@Rehearsal(rows = 200)
class V8ExpandCustomerNoteTest {
    private static final String NEW_ORDER =
            "INSERT INTO orders (user_id, total_cents, %s) SELECT min(id), %d, '%s' FROM users";

    @MigrationTest("8")
    void every_old_note_is_copied(MigrationUnderTest migration) {
        migration.up();

        assertThat(migration)
                .hasRowCount("orders", "note IS DISTINCT FROM customer_note", 0)
                .preservesValues("orders");
    }

    @MigrationTest("8")
    void old_and_new_applications_see_what_the_other_writes(MigrationUnderTest migration) {
        migration.up();
        migration
                .execute(NEW_ORDER.formatted("note", -1, "by the old"))
                .execute(NEW_ORDER.formatted("customer_note", -2, "by the new"))
                .execute(NEW_ORDER.formatted("note", -3, "first"))
                .execute("UPDATE orders SET note = 'changed by the old' WHERE total_cents = -3")
                .execute(NEW_ORDER.formatted("note", -4, "first"))
                .execute("UPDATE orders SET customer_note = NULL WHERE total_cents = -4");

        assertThat(migration)
                .hasRowCount("orders", "total_cents = -1 AND customer_note = 'by the old'", 1)
                .hasRowCount("orders", "total_cents = -2 AND note = 'by the new'", 1)
                .hasRowCount("orders", "total_cents = -3 AND customer_note = 'changed by the old'", 1)
                .hasRowCount("orders", "total_cents = -4 AND note IS NULL", 1);
    }

    @MigrationTest("8")
    void what_the_new_application_wrote_survives_the_undo(MigrationUnderTest migration) {
        migration.up().execute(NEW_ORDER.formatted("customer_note", -1, "Ring twice"));

        migration.down();

        assertThat(migration)
                .hasNoColumn("orders", "customer_note")
                .hasRowCount("orders", "total_cents = -1 AND note = 'Ring twice'", 1);
    }
}
