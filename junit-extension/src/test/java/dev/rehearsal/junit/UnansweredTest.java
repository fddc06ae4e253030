package dev.rehearsal.junit;

import static dev.rehearsal.junit.RehearsalAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.junit.stage.ProductionWithout;
import dev.rehearsal.migration.Migration;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** On an engine that does not answer the assertions of tests. */
class UnansweredTest {
    private static final String WHY = "does not answer the assertions of tests";

    private ProductionWithout without;
    private TestDatabase database;
    private MigrationUnderTest migration;

    @BeforeEach
    void migration() {
        without = new ProductionWithout("classpath:people", "assertions");
        Migration second = without.production().history().migrations().get(1);
        database = new TestDatabase(without.production(), second);
        migration = new MigrationUnderTest(second, without.production(), database, "a test");
    }

    @AfterEach
    void close() {
        database.close();
        without.close();
    }

    @Test
    void each_assertion_on_the_database_is_an_error_and_never_a_pass() {
        migration.up();
        List<Consumer<MigrationAssert>> assertions = List.of(
                now -> now.hasTable("users"),
                now -> now.hasNoTable("userz"),
                now -> now.hasNoIndex("no_such_index"),
                now -> now.hasNoConstraint("users", "no_such_constraint"),
                now -> now.hasRowCount("users", 3),
                now -> now.preservesRowCount("users"),
                now -> now.preservesResultOf("SELECT 1"),
                now -> now.accepts("SELECT 1"),
                now -> now.rejects("SELECT 1"),
                now -> now.takesAtMostPerThousandRowsOf("users", Duration.ofHours(1)));
        assertions.forEach(assertion -> assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> assertion.accept(assertThat(migration)))
                .withMessageContainingAll("after up: the assertion could not be checked", WHY));
    }

    @Test
    void what_was_measured_can_be_asserted_all_the_same() {
        migration
                .given("INSERT INTO users (id, name) VALUES (100, 'Plato')")
                .up()
                .down();

        assertThat(migration).takesAtMost(Duration.ofHours(1)).holdsNoLockLongerThan(Duration.ofHours(1));
        assertThatThrownBy(() -> assertThat(migration).restoredData())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContainingAll("there is nothing to compare with", WHY);
    }

    @Test
    void what_the_test_asks_of_the_engine_is_refused_with_the_reason() {
        assertThatThrownBy(() -> migration.givenEmpty("users"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining(WHY);
        database.address();
        assertThatThrownBy(database::leaks).hasMessageContaining(WHY);
    }
}
