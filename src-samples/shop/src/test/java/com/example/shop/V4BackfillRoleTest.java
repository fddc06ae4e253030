package com.example.shop;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;
import java.time.Duration;

@Rehearsal(rows = 200)
class V4BackfillRoleTest {
    @MigrationTest("4")
    void every_user_gets_a_role(MigrationUnderTest migration) {
        migration.given("INSERT INTO users (email, full_name, role) VALUES"
                + " ('ada@shop.example', 'Ada', NULL), ('plato@example.org', 'Plato', NULL),"
                + " ('root@shop.example', 'Root', 'admin')");

        migration.up();

        assertThat(migration)
                .hasNoNulls("users", "role")
                .hasOnlyValues("users", "role", "customer", "support", "admin")
                .hasRowCount("users", "email = 'ada@shop.example' AND role = 'support'", 1)
                .hasRowCount("users", "email = 'plato@example.org' AND role = 'customer'", 1)
                .hasRowCount("users", "email = 'root@shop.example' AND role = 'admin'", 1)
                .preservesRowCount("users")
                .preservesValues("users", "email", "full_name", "created_at")
                .holdsNoLockLongerThan(Duration.ofSeconds(1));
    }

    @MigrationTest("4")
    void the_undo_empties_what_was_filled_and_no_more(MigrationUnderTest migration) {
        migration.up().down();

        assertThat(migration).restoredSchema().restoredData();
    }

    @MigrationTest("4")
    void a_role_that_was_changed_since_survives_the_undo(MigrationUnderTest migration) {
        migration.given("INSERT INTO users (email, full_name, role) VALUES ('ada@example.org', 'Ada', NULL)");
        migration.up();
        migration.execute("UPDATE users SET role = 'admin' WHERE email = 'ada@example.org'");

        migration.down();

        assertThat(migration).hasRowCount("users", "email = 'ada@example.org' AND role = 'admin'", 1);
    }
}
