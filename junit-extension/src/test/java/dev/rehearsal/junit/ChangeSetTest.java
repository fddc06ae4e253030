package dev.rehearsal.junit;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A test names a change set of Liquibase's by its id, or by its whole name. */
class ChangeSetTest {
    @Test
    void a_test_drives_a_change_set_by_its_id_and_by_its_whole_name() {
        Kit kit = Kit.run(OfAChangelog.class);

        assertThat(kit.failures()).isEmpty();
        assertThat(kit.passed()).hasSize(5).contains("UP", "DOWN").anyMatch(name -> name.startsWith("mail "));
    }

    @Test
    void a_name_that_no_change_set_bears_is_an_error_that_names_the_nearest() {
        Kit kit = Kit.run(Unknown.class);

        assertThat(kit.failureOf("an_id_that_two_have")).contains("'users'", "changelog.xml:users", "more.sql:users");
        assertThat(kit.failureOf("misspelt")).contains("Did you mean 'mail'?");
    }

    @Rehearsal(locations = "src/test/resources/changes/changelog.xml", rows = 5)
    static class OfAChangelog {
        @MigrationTest("mail")
        void by_its_id(MigrationUnderTest migration) {
            assertThat(migration).hasNoColumn("users", "mail").hasTable("users");
            migration.given("INSERT INTO users (id, name) VALUES (-1, 'Ada')").up();
            assertThat(migration).hasColumn("users", "mail");
            migration.down();
            assertThat(migration).restoredSchema().restoredData();
            migration.up();
        }

        @MigrationTest("more.sql:users")
        void by_its_file_and_id_where_two_have_the_same(MigrationUnderTest migration) {
            migration.up();
            assertThat(migration).accepts("SELECT name FROM people");
        }

        @MigrationTest(
                value = "src/test/resources/changes/more.sql::users::bob",
                phases = {Phase.UP, Phase.DOWN})
        void by_its_whole_name_in_phases(MigrationUnderTest migration) {
            assertThat(migration).hasTable("users");
        }

        /** Its rollback is made by Liquibase itself. */
        @MigrationTest("src/test/resources/changes/changelog.xml::users::ada")
        void the_first_one_with_a_rollback_that_nobody_wrote(MigrationUnderTest migration) {
            migration.up();
            assertThat(migration).hasColumn("users", "name").thatIsNotNull();
            migration.down();
            assertThat(migration).restoredSchema();
        }
    }

    @Test
    void what_does_not_hold_is_told_in_liquibases_words() {
        assertThat(Kit.run(Fails.class).failureOf("nothing_of_the_kind")).startsWith("\nchange set mail, after up: ");
    }

    @Rehearsal(locations = "src/test/resources/changes/changelog.xml", rows = 5)
    static class Fails {
        @MigrationTest("mail")
        void nothing_of_the_kind(MigrationUnderTest migration) {
            migration.up();
            assertThat(migration).hasColumn("users", "age");
        }
    }

    @Rehearsal(locations = "src/test/resources/changes/changelog.xml", rows = 5)
    static class Unknown {
        @MigrationTest("users")
        void an_id_that_two_have(MigrationUnderTest migration) {
            migration.up();
        }

        @MigrationTest("mial")
        void misspelt(MigrationUnderTest migration) {
            migration.up();
        }
    }
}
