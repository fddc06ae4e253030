package com.example.shop;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;

@Rehearsal(rows = 200)
class V3AddRoleTest {
    @MigrationTest("3")
    void only_those_who_join_from_now_on_are_customers(MigrationUnderTest migration) {
        migration
                .givenEmpty("users")
                .given("INSERT INTO users (email, full_name) VALUES ('ada@example.org', 'Ada')");

        migration.up();
        migration.execute("INSERT INTO users (email, full_name) VALUES ('new@example.org', 'New')");

        assertThat(migration)
                .hasColumn("users", "role")
                .ofType("text")
                .thatIsNullable()
                .withDefault("'customer'::text")
                .hasRowCount("users", "email = 'ada@example.org' AND role IS NULL", 1)
                .hasRowCount("users", "email = 'new@example.org' AND role = 'customer'", 1);
    }
}
