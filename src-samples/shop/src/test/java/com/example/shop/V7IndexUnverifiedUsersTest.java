package com.example.shop;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;

@Rehearsal(rows = 200)
class V7IndexUnverifiedUsersTest {
    @MigrationTest("7")
    void the_reminder_job_has_its_index(MigrationUnderTest migration) {
        migration.up();

        assertThat(migration)
                .hasIndex("users_unverified_idx")
                .thatIsValid()
                .thatServes("SELECT * FROM users WHERE NOT email_verified AND created_at < now() - interval '7 days'");
    }
}
