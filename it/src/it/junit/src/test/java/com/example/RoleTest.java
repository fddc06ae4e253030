package com.example;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;

import dev.rehearsal.junit.MigrationTest;
import dev.rehearsal.junit.MigrationUnderTest;
import dev.rehearsal.junit.Phase;
import dev.rehearsal.junit.Rehearsal;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Rehearsal(rows = 5)
class RoleTest {
    @Retention(RetentionPolicy.RUNTIME)
    @MigrationTest("2")
    @interface OfTheRole {}

    @Test
    void tells_on_what_it_runs() {
        System.out.println("JUnit " + Test.class.getPackage().getImplementationVersion() + " on Java "
                + Runtime.version().feature());
    }

    @OfTheRole
    void every_user_is_a_customer(MigrationUnderTest migration) {
        migration.up();
        assertThat(migration).hasOnlyValues("users", "role", "customer").preservesRowCount("users");
        migration.down();
        assertThat(migration).restoredSchema().restoredData();
    }

    @OfTheRole
    @ParameterizedTest
    @ValueSource(strings = {"Ada", "Plato"})
    void whoever_it_is(String name, MigrationUnderTest migration) {
        migration.given("INSERT INTO users (name) VALUES ('" + name + "')").up();
        assertThat(migration).hasRowCount("users", "name = '" + name + "' AND role = 'customer'", 1);
    }

    @MigrationTest(value = "2", phases = {Phase.UP, Phase.DOWN, Phase.UP_AGAIN})
    void nobody_is_lost(MigrationUnderTest migration) {
        assertThat(migration).preservesRowCount("users");
    }

    @Disabled("so that version 1 counts as not tested")
    @MigrationTest("1")
    void later(MigrationUnderTest migration) {}

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Deeper {
        @OfTheRole
        void also_here(MigrationUnderTest migration) {
            migration.up();
            assertThat(migration).hasColumn("users", "role").ofType("text");
        }
    }
}
