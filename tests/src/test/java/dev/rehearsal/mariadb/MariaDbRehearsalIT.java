package dev.rehearsal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Rehearsal;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.spi.ServerPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole rehearsals on a real MariaDB: what is not there yet is not measured, and what is there tells right from wrong. */
class MariaDbRehearsalIT {
    private static final String DOWN =
            "SET SESSION lock_wait_timeout = 1;\nDROP TRIGGER orders_checked;\nALTER TABLE orders DROP FOREIGN KEY orders_customer";

    @TempDir
    private Path project;

    @BeforeEach
    void makeProject() throws Exception {
        script("volume.yaml", "tables: { customer: own, orders: own }\n");
        script("V1__customers.sql", """
                CREATE TABLE IF NOT EXISTS customer (
                    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
                    email varchar(200) NOT NULL,
                    UNIQUE KEY customer_email (email)
                );
                INSERT INTO customer (email) VALUES ('ann@example.com'), ('bob@example.com');
                """);
        script("U1__customers.sql", "SET SESSION lock_wait_timeout = 1;\nDROP TABLE customer;\n");
        script("V2__orders.sql", """
                CREATE TABLE IF NOT EXISTS shop.orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL, total decimal(10, 2));
                CREATE OR REPLACE VIEW spent AS SELECT customer_id, SUM(total) AS total FROM shop.orders GROUP BY customer_id;
                """);
        script("U2__orders.sql", "SET SESSION lock_wait_timeout = 1;\nDROP TABLE orders;\nDROP VIEW spent;\n");
        script("V3__orders_of_customers.sql", """
                -- each order is of a customer
                SET SESSION lock_wait_timeout = 1;
                ALTER TABLE orders ADD CONSTRAINT FOREIGN KEY IF NOT EXISTS orders_customer (customer_id) REFERENCES customer (id);
                DELIMITER //
                CREATE OR REPLACE TRIGGER orders_checked BEFORE INSERT ON orders FOR EACH ROW
                BEGIN
                    IF NEW.total < 0 THEN
                        SET NEW.total = 0;
                    END IF;
                END //
                DELIMITER ;
                """);
    }

    @Test
    void a_right_history_goes_up_down_and_up_and_is_incomplete() throws Exception {
        script("U3__orders_of_customers.sql", DOWN + ", DROP INDEX orders_customer;\n");
        RehearsalReport report = rehearse();
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.database().name()).startsWith("MariaDB 11.4");
        assertThat(report.migrations())
                .as(() -> report.findings().toString())
                .hasSize(3)
                .allSatisfy(MariaDbRehearsalIT::wentThroughAndSaysWhatIsMissing);
        assertThat(report.findings())
                .noneSatisfy(finding -> assertThat(finding.message()).contains("filled"));
    }

    @Test
    void the_index_that_stays_when_its_foreign_key_goes_is_named() throws Exception {
        script("U3__orders_of_customers.sql", DOWN + ";\n");
        RehearsalReport report = rehearse();
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        MigrationResult last = report.migrations().get(2);
        assertThat(last.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(last.findings())
                .filteredOn(finding -> !finding.rule().equals("not-measured"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("schema-not-restored");
                    assertThat(finding.message()).contains("index shop.orders.orders_customer is left over");
                });
        assertThat(report.migrations().subList(0, 2))
                .allSatisfy(one -> assertThat(one.verdict()).isEqualTo(Verdict.INCOMPLETE));
    }

    @Test
    void an_undo_that_loses_what_migrations_wrote_has_failed() throws Exception {
        script("V3__orders_of_customers.sql", "UPDATE customer SET email = UPPER(email);\n");
        script("U3__orders_of_customers.sql", "UPDATE customer SET email = LOWER(email) WHERE id = 1;\n");
        MigrationResult last = rehearse().migrations().get(2);
        assertThat(last.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(last.findings())
                .filteredOn(finding -> !finding.rule().equals("not-measured"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("data-not-restored");
                    assertThat(finding.message()).contains("shop.customer", "email", "id=2");
                });
    }

    private static void wentThroughAndSaysWhatIsMissing(MigrationResult result) {
        assertThat(result.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(result.facts().phases())
                .extracting(PhaseResult::phase)
                .containsExactly(Phase.UP, Phase.DOWN, Phase.UP_AGAIN);
        assertThat(result.facts().phases()).allSatisfy(phase -> {
            assertThat(phase.failure()).isNull();
            assertThat(phase.facts().statements()).isNotEmpty();
            assertThat(phase.facts().locks()).isNotNull();
            assertThat(phase.facts().stalls()).isNotNull();
            assertThat(phase.facts().notMeasured()).isEmpty();
        });
        assertThat(result.facts().schemaAfterDown())
                .isNotNull()
                .satisfies(check -> assertThat(check.identical()).isTrue());
        assertThat(result.facts().dataAfterDown())
                .isNotNull()
                .satisfies(check -> assertThat(check.identical()).isTrue());
        assertThat(result.findings()).extracting(Finding::rule).containsOnly("not-measured");
        assertThat(result.findings())
                .extracting(Finding::message)
                .anyMatch(text -> text.startsWith("the rollback after use"))
                .noneMatch(text -> text.contains("the lock queue"))
                .noneMatch(text -> text.contains("locks"))
                .noneMatch(text -> text.contains("error of Rehearsal"));
    }

    private RehearsalReport rehearse() {
        ClassLoader classes = getClass().getClassLoader();
        RehearsalProject opened = new RehearsalProject(
                project,
                Settings.of(
                        Map.of("database", "embedded:mariadb", "volume", "volume.yaml", "budgets.stall", "3s"),
                        "a test"),
                Map.of("flyway.locations", "filesystem:.", "flyway.url", "jdbc:mariadb://db.example/shop"),
                classes,
                ServerPrograms.of(classes));
        return new Rehearsal(opened.options(), Progress.SILENT, Clock.systemUTC()).run();
    }

    private void script(String name, String text) throws Exception {
        Files.writeString(project.resolve(name), text);
    }
}
