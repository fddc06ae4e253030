package com.example.shop;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;

@Rehearsal(rows = 200)
class V6AddEmailVerifiedTest {
    @MigrationTest("6")
    void nobody_counts_as_confirmed_yet(MigrationUnderTest migration) {
        migration.up();

        assertThat(migration)
                .hasColumn("users", "email_verified")
                .ofType("boolean")
                .thatIsNotNull()
                .withDefault("false")
                .hasOnlyValues("users", "email_verified", false)
                .preservesValues("users");
    }

    @MigrationTest("6")
    void no_row_is_written_anew(MigrationUnderTest migration) {
        migration.up();

        assertThat(migration).preservesResultOf("SELECT pg_relation_filenode('users')");
    }
}
