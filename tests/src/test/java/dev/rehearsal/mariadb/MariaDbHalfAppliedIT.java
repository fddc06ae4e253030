package dev.rehearsal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Rehearsal;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.CrashRun;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.HalfAppliedCheck;
import dev.rehearsal.result.HalfAppliedRun;
import dev.rehearsal.result.HandPath;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.spi.ServerPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays of an up that fails in its middle on a real MariaDB, and the ways out, which were all gone. */
class MariaDbHalfAppliedIT {
    @TempDir
    private Path project;

    @Test
    void what_stays_is_told_with_the_lines_to_be_run_by_hand() throws Exception {
        script("V1__customer.sql", "CREATE TABLE customer (id int PRIMARY KEY, email varchar(99));\n");
        script("U1__customer.sql", "DROP TABLE customer;\n");
        script("V2__name.sql", """
                ALTER TABLE customer ADD COLUMN name varchar(100);
                ALTER TABLE customer MODIFY name varchar(100) NOT NULL DEFAULT '';
                DELIMITER //
                CREATE TRIGGER named BEFORE INSERT ON customer FOR EACH ROW
                BEGIN
                    SET NEW.name = TRIM(NEW.name);
                END //
                DELIMITER ;
                CREATE INDEX by_name ON customer (name);
                """);
        script("U2__name.sql", """
                DROP INDEX by_name ON customer;
                DROP TRIGGER named;
                ALTER TABLE customer DROP COLUMN name;
                """);
        script("V3__rows.sql", """
                INSERT INTO customer VALUES (1, 'ann@example.com', 'Ann');
                CREATE TABLE IF NOT EXISTS kept (id int PRIMARY KEY);
                """);
        script("U3__rows.sql", "DROP TABLE kept;\nDELETE FROM customer WHERE id = 1;\n");
        RehearsalReport report = rehearse();
        assertThat(runs(report, 0)).isEmpty();
        definitions(report.migrations().get(1), runs(report, 1));
        rows(runs(report, 2));
    }

    /** Each definition is a moment of its own: no transaction holds them together. */
    @Test
    void what_is_killed_between_two_definitions_leaves_the_first() throws Exception {
        script("V1__customer.sql", "CREATE TABLE customer (id int PRIMARY KEY);\n");
        script("U1__customer.sql", "DROP TABLE customer;\n");
        script("V2__name.sql", """
                ALTER TABLE customer ADD COLUMN name varchar(100);
                CREATE INDEX by_name ON customer (name);
                """);
        script("U2__name.sql", "ALTER TABLE customer DROP COLUMN name;\n");
        CrashCheck check = Objects.requireNonNull(rehearse(Map.of("scenarios", "crash", "crash", "true"))
                .migrations()
                .get(1)
                .facts()
                .crash());
        assertThat(check.notTried()).isEmpty();
        assertThat(check.runs())
                .extracting(run -> run.point().place() + ": " + run.schemaLeft().size())
                .containsExactly("before V2__name.sql:1: 0", "after V2__name.sql:1: 1", "after V2__name.sql:2: 2");
        assertThat(check.runs()).extracting(CrashRun::recovered).containsExactly(true, false, false);
    }

    private static void definitions(MigrationResult result, List<HalfAppliedRun> runs) {
        assertThat(runs).extracting(run -> run.point().line()).containsExactly(2, 4, 9);
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.repaired()).isTrue();
            assertThat(run.completed()).isFalse();
            assertThat(Objects.requireNonNull(run.failure()).line()).isEqualTo(1);
        });
        assertThat(runs)
                .extracting(HalfAppliedRun::forward)
                .containsExactly(
                        new HandPath("V2__name.sql", List.of(2, 4, 9), List.of(), true),
                        new HandPath("V2__name.sql", List.of(4, 9), List.of(), true),
                        new HandPath("V2__name.sql", List.of(9), List.of(), true));
        assertThat(runs)
                .extracting(HalfAppliedRun::back)
                .containsExactly(
                        new HandPath("U2__name.sql", List.of(3), List.of(1, 2), true),
                        new HandPath("U2__name.sql", List.of(3), List.of(1, 2), true),
                        new HandPath("U2__name.sql", List.of(2, 3), List.of(1), true));
        assertThat(result.findings())
                .filteredOn(finding -> finding.rule().equals("half-applied"))
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message)
                        .isEqualTo(
                                "Where the up fails at line 4, this stays: column shop.customer.name is left over. Its"
                                        + " history repaired and run again, it fails at line 1: Duplicate column name 'name'. To finish"
                                        + " it by hand, run lines 4, 9 of V2__name.sql. To take it back by hand, run line 3 of"
                                        + " U2__name.sql; the server refuses lines 1, 2, which must be left out."));
    }

    /** The definition that fails has committed the row before it. */
    private static void rows(List<HalfAppliedRun> runs) {
        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run.left().schema()).isEmpty();
            assertThat(run.left().data())
                    .isNotNull()
                    .singleElement()
                    .satisfies(loss -> assertThat(loss.relation()).isEqualTo("shop.customer"));
            assertThat(run.completed()).isFalse();
            assertThat(run.forward()).isEqualTo(new HandPath("V3__rows.sql", List.of(2), List.of(), true));
            assertThat(run.back()).isEqualTo(new HandPath("U3__rows.sql", List.of(2), List.of(1), true));
        });
    }

    private static List<HalfAppliedRun> runs(RehearsalReport report, int migration) {
        HalfAppliedCheck check = report.migrations().get(migration).facts().halfApplied();
        assertThat(check).as(() -> report.findings().toString()).isNotNull();
        assertThat(Objects.requireNonNull(check).skipped()).isNull();
        assertThat(check.notTried()).isEmpty();
        return check.runs();
    }

    private RehearsalReport rehearse() throws Exception {
        return rehearse(Map.of("scenarios", "half-applied"));
    }

    /** On the rows of migrations alone: what NOT NULL does to others is not asked here. */
    private RehearsalReport rehearse(Map<String, String> more) throws Exception {
        script("volume.yaml", "tables: { customer: own, kept: own }\n");
        Map<String, String> settings = new HashMap<>(more);
        settings.put("database", "embedded:mariadb");
        settings.put("volume", "volume.yaml");
        ClassLoader classes = getClass().getClassLoader();
        RehearsalProject opened = new RehearsalProject(
                project,
                Settings.of(settings, "a test"),
                Map.of("flyway.locations", "filesystem:.", "flyway.url", "jdbc:mariadb://db.example/shop"),
                classes,
                ServerPrograms.of(classes));
        return new Rehearsal(opened.options(), Progress.SILENT, Clock.systemUTC()).run();
    }

    private void script(String name, String text) throws Exception {
        Files.writeString(project.resolve(name), text);
    }
}
