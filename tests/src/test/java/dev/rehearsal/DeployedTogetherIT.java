package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one version leaves in its session is seen where all are applied in one run. */
class DeployedTogetherIT {
    private static final String LAST = "-- rehearsal: irreversible — a test\n";

    @TempDir
    private Path root;

    private SmallHistory history;

    @BeforeEach
    void base() throws Exception {
        history = new SmallHistory(root);
        history.write("V1__base.sql", LAST + "CREATE TABLE stock (id bigint PRIMARY KEY, sku text NOT NULL);");
    }

    @Test
    void a_temporary_table_of_the_version_before_stands_in_the_way() throws Exception {
        history.write("V2__a.sql", LAST + "CREATE TEMP TABLE mapping AS SELECT id FROM stock;");
        history.write("V3__b.sql", LAST + "\nCREATE TEMP TABLE mapping AS SELECT sku FROM stock;");
        RehearsalReport report = history.rehearse();
        assertThat(report.migrations())
                .extracting(result -> result.verdict().name())
                .containsExactly("PASSED", "PASSED", "FAILED");
        assertThat(report.migrations().get(2).findings())
                .filteredOn(finding -> finding.rule().equals("up-failed"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .startsWith("Alone the up succeeds, but deployed together")
                            .contains("\"mapping\" already exists");
                    assertThat(finding.file()).isEqualTo("V3__b.sql");
                    assertThat(finding.line()).isEqualTo(3);
                });
    }

    /** Flyway puts back the search path and the role between two versions, but no other setting. */
    @Test
    void a_setting_that_stays_leads_to_another_schema() throws Exception {
        history.write("V2__a.sql", LAST + "SET shop.variant = 'late';");
        history.write("V3__b.sql", LAST + """
                DO $$ BEGIN
                  IF current_setting('shop.variant', true) = 'late' THEN CREATE TABLE late (id bigint PRIMARY KEY); END IF;
                END $$;""");
        RehearsalReport report = history.rehearse();
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("deployment-differs"))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("1, 2, 3", "late");
    }

    @Test
    void what_leaves_nothing_behind_is_told_nothing_of() throws Exception {
        history.write("V2__a.sql", LAST + "CREATE TEMP TABLE mapping ON COMMIT DROP AS SELECT id FROM stock;");
        history.write("V3__b.sql", LAST + "CREATE TEMP TABLE mapping ON COMMIT DROP AS SELECT sku FROM stock;");
        assertThat(history.rehearse().verdict()).isEqualTo(Verdict.PASSED);
    }

    /** Alone it meets rows, in one run from nothing it meets none: that is no fault of the deployment. */
    @Test
    void what_depends_on_rows_is_no_difference() throws Exception {
        history.write("V2__a.sql", LAST + "CREATE TABLE other (id bigint PRIMARY KEY);");
        history.write("V3__b.sql", LAST + """
                DO $$ BEGIN
                  IF EXISTS (SELECT FROM other) THEN CREATE TABLE for_rows (id bigint PRIMARY KEY); END IF;
                END $$;""");
        history.write("V4__c.sql", LAST + """
                DO $$ BEGIN IF NOT EXISTS (SELECT FROM other) THEN RAISE EXCEPTION 'no rows'; END IF; END $$;""");
        assertThat(history.rehearse().verdict()).isEqualTo(Verdict.PASSED);
    }
}
