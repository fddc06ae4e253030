import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Rehearsal;

@Rehearsal(locations = {"filesystem:base/db/migration", "filesystem:check-lets-null-through/db/migration"}, rows = 0)
class UsersCanBeCalledTest {
    private static final String JOIN = "INSERT INTO users (email, full_name, phone) VALUES ('ada@example.org', 'Ada', %s)";

    @MigrationTest("2")
    void nobody_joins_without_a_number(MigrationUnderTest migration) {
        migration.up();

        assertThat(migration)
                .accepts(JOIN.formatted("'+49 30 1000'"))
                .rejects(JOIN.formatted("'030 1000'"))
                .withSqlState("23514")
                .rejects(JOIN.formatted("NULL"));
    }
}
