package com.example.shop;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;
import java.time.Duration;

@Rehearsal(rows = 200)
class V5RequireRoleTest {
    @MigrationTest("5")
    void a_role_is_required_and_known(MigrationUnderTest migration) {
        migration.up();

        assertThat(migration)
                .hasColumn("users", "role")
                .thatIsNotNull()
                .withDefault("'customer'::text")
                .hasConstraint("users", "users_role_known")
                .thatIsValidated()
                .rejects("INSERT INTO users (email, full_name, role) VALUES ('x', 'X', 'emperor')")
                .withSqlState("23514")
                .rejects("INSERT INTO users (email, full_name, role) VALUES ('x', 'X', NULL)")
                .withSqlState("23502")
                .accepts("INSERT INTO users (email, full_name) VALUES ('x', 'X')")
                .hasNoConstraint("users", "users_role_present")
                .preservesValues("users")
                .holdsNoLockLongerThan(Duration.ofSeconds(1));

        migration.down();

        assertThat(migration).restoredSchema().restoredData();
    }
}
