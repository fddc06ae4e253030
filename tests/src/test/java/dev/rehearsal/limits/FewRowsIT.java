package dev.rehearsal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.format.Headline;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.volume.RowCount;
import dev.rehearsal.volume.TableVolume;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether tables hold the rows that were asked for, in whole rehearsals: what was measured on fewer has not passed. */
class FewRowsIT {
    private static final String BASE = """
            CREATE TABLE users (id serial PRIMARY KEY, email text NOT NULL UNIQUE);
            INSERT INTO users (email) VALUES ('admin@shop.example');
            CREATE TABLE currencies (code text PRIMARY KEY);
            INSERT INTO currencies VALUES ('EUR'), ('USD');
            CREATE TABLE settings (id int PRIMARY KEY CHECK (id = 1), title text);
            INSERT INTO settings VALUES (1, 'Shop');
            CREATE FUNCTION fits(int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 = 77777';
            CREATE TABLE stuck (id int PRIMARY KEY CHECK (fits(id)));
            INSERT INTO stuck VALUES (77777);
            CREATE TABLE bare (id int PRIMARY KEY CHECK (fits(id - 1) AND NOT fits(id - 1)));
            """;
    private static final VolumeProfile VOLUME =
            VolumeProfile.uniform(42, 600).with("currencies", new TableVolume(RowCount.OWN, Map.of()));

    @TempDir
    private Path folder;

    @Test
    void who_touches_a_table_that_holds_too_few_rows_is_not_measured_and_who_does_not_is() throws IOException {
        RehearsalReport report = new LargeProject(folder.resolve("project"))
                .script("V1__base", BASE)
                .script("U1__base", "DROP TABLE users, currencies, settings, stuck, bare; DROP FUNCTION fits(int);")
                .script("V2__users", "ALTER TABLE users ADD COLUMN name text;")
                .script("U2__users", "ALTER TABLE users DROP COLUMN name;")
                .script("V3__alter", "ALTER TABLE stuck ADD COLUMN note text;")
                .script("U3__alter", "ALTER TABLE stuck DROP COLUMN note;")
                .script("V4__read", "INSERT INTO users (email) SELECT 'bare ' || id FROM bare;")
                .script("U4__read", "DELETE FROM users WHERE email LIKE 'bare %';")
                .script("V5__view", "CREATE VIEW seen AS SELECT id FROM stuck;")
                .script("U5__view", "DROP VIEW seen;")
                .script("V6__full", "ALTER TABLE settings ADD COLUMN colour text;")
                .script("U6__full", "ALTER TABLE settings DROP COLUMN colour;")
                .script("V7__child", "CREATE TABLE child (id int PRIMARY KEY, stuck int REFERENCES stuck);")
                .script("U7__child", "DROP TABLE child;")
                .rehearse(data(), VOLUME);

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.migrations())
                .extracting(MigrationResult::verdict)
                .containsExactly(
                        Verdict.PASSED,
                        Verdict.PASSED,
                        Verdict.INCOMPLETE,
                        Verdict.INCOMPLETE,
                        Verdict.PASSED,
                        Verdict.PASSED,
                        Verdict.INCOMPLETE);
        Finding told = fewRows(report.migrations().get(2)).get(0);
        assertThat(told.message())
                .startsWith("public.stuck holds 1 of the 600 rows that were asked for")
                .contains("no more values were found that its keys and CHECKs allow");
        assertThat(told.remedy()).contains("`tables: { public.stuck: own }`");
        assertThat(fewRows(report.migrations().get(2))).as("for all phases").hasSize(1);
        assertThat(fewRows(report.migrations().get(3)).get(0).message()).startsWith("public.bare holds 0 of the 600");
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("not-measured"))
                .extracting(Finding::message)
                .as("once each")
                .hasSize(2)
                .anyMatch(message -> message.startsWith("public.stuck could not be filled: only 1 of 600 rows"))
                .anyMatch(message -> message.startsWith("public.bare could not be filled"));

        assertThat(table(report, "users").rows()).isEqualTo(600);
        assertThat(table(report, "currencies").rows()).isEqualTo(2);
        assertThat(table(report, "currencies").askedRows()).isNull();
        assertThat(table(report, "settings").limit()).contains("id has 1 value");
        assertThat(table(report, "settings").notFilled()).isNull();
        assertThat(table(report, "stuck").notFilled()).isNotNull();
        assertThat(Files.readString(folder.resolve("project/target/report.json")))
                .contains("\"askedRows\" : 600", "\"notFilled\" : {", "\"limit\" : \"its key has room for 1 row");
    }

    @Test
    void without_rows_nothing_is_missing_but_the_headline_says_on_what_it_passed() throws IOException {
        RehearsalReport report = new LargeProject(folder.resolve("project"))
                .script("V1__base", BASE)
                .script("U1__base", "DROP TABLE users, currencies, settings, stuck, bare; DROP FUNCTION fits(int);")
                .script("V2__alter", "ALTER TABLE stuck ADD COLUMN note text;")
                .script("U2__alter", "ALTER TABLE stuck DROP COLUMN note;")
                .rehearse(data(), VolumeProfile.uniform(42, 0));

        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(Headline.of(report))
                .isEqualTo("PASSED: 2 migrations went up, down and up again within every budget, on empty tables");
    }

    private Path data() throws IOException {
        return Files.createDirectories(folder.resolve("data"));
    }

    private static List<Finding> fewRows(MigrationResult migration) {
        return migration.findings().stream()
                .filter(finding -> finding.rule().equals("not-measured"))
                .toList();
    }

    private static TableFacts table(RehearsalReport report, String name) {
        return report.tables().stream()
                .filter(table -> table.table().equals("public." + name))
                .findFirst()
                .orElseThrow();
    }
}
