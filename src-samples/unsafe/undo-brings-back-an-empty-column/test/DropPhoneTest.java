import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;

@Rehearsal(
        locations = {"filesystem:base/db/migration", "filesystem:undo-brings-back-an-empty-column/db/migration"},
        rows = 0)
class DropPhoneTest {
    @MigrationTest("2")
    void the_numbers_come_back(MigrationUnderTest migration) {
        migration.given("INSERT INTO users (email, full_name, phone) VALUES ('ada@example.org', 'Ada', '+49 30 1000')");

        migration.up().down();

        assertThat(migration).restoredSchema().restoredData();
    }
}
