package dev.rehearsal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Rehearsal;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.spi.ServerPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole rehearsals on a MariaDB whose tables are filled. */
class MariaDbSeededRehearsalIT {
    @TempDir
    private Path project;

    private final Map<String, String> settings = new HashMap<>(Map.of("database", "embedded:mariadb"));

    @BeforeEach
    void makeProject() throws Exception {
        script("V1__customers.sql", """
                CREATE TABLE customer (
                    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
                    email varchar(200) NOT NULL,
                    phone varchar(30) NULL
                );
                """);
        script("U1__customers.sql", "DROP TABLE customer;\n");
        script("V2__emails_are_unique.sql", "ALTER TABLE customer ADD UNIQUE KEY customer_email (email);\n");
        script("U2__emails_are_unique.sql", "ALTER TABLE customer DROP KEY customer_email;\n");
        script("V3__phones.sql", "ALTER TABLE customer DROP COLUMN phone;\n");
        script("U3__phones.sql", "ALTER TABLE customer ADD COLUMN phone varchar(30) NULL;\n");
    }

    @Test
    void a_unique_index_fails_on_the_duplicates_that_the_volume_file_describes() throws Exception {
        settings.put("volume", "volume.yaml");
        script("volume.yaml", """
                tables:
                  customer:
                    rows: 800
                    columns:
                      email: { distinct: 700 }
                """);
        RehearsalReport report = rehearse();
        MigrationResult unique = report.migrations().get(1);
        assertThat(unique.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(unique.findings())
                .filteredOn(finding -> !finding.rule().equals("not-measured"))
                .first()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("up-failed");
                    assertThat(finding.message()).contains("Duplicate entry", "customer_email");
                });
        assertThat(report.migrations())
                .as("the rehearsal goes on behind what failed on rows")
                .hasSize(3);
        assertThat(report.migrations().get(2).findings())
                .extracting(Finding::rule)
                .contains("data-not-restored");
    }

    @Test
    void each_table_is_filled_if_nothing_is_said() throws Exception {
        script("V2__emails_are_unique.sql", "ALTER TABLE customer ADD KEY customer_email (email);\n");
        RehearsalReport report = rehearse();
        assertThat(report.migrations().get(1).findings())
                .extracting(Finding::rule)
                .isSubsetOf("not-measured", "lock-queue");
        assertThat(report.tables()).extracting(TableFacts::rows).containsExactly(10_000L);
        assertThat(report.migrations().get(2).findings())
                .filteredOn(finding -> finding.rule().equals("data-not-restored"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("phone"));
    }

    private RehearsalReport rehearse() {
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
