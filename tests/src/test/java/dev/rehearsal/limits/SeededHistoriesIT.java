package dev.rehearsal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories of others that are right, and that rows of ours once stood in the way of. */
class SeededHistoriesIT {
    private static final String FIRST = "-- rehearsal: irreversible — the first version: there is nothing before it\n";
    private static final VolumeProfile VOLUME = VolumeProfile.uniform(7, 300);

    @TempDir
    private Path folder;

    @Test
    void keys_that_later_versions_and_undos_write_are_theirs() throws IOException {
        RehearsalReport report = new LargeProject(folder.resolve("project"))
                .script("V1__base", FIRST + """
                        CREATE TABLE roles (id serial PRIMARY KEY, name text NOT NULL UNIQUE);
                        CREATE TABLE currencies (code char(3) PRIMARY KEY, name text);
                        CREATE TABLE rights (role int NOT NULL REFERENCES roles, object varchar(2), PRIMARY KEY (role, object));
                        """)
                .script("V2__roles", """
                        INSERT INTO roles (id, name) VALUES (1, 'admin'), (2, 'user');
                        INSERT INTO currencies VALUES ('AAA', 'the first'), ('EUR', 'Euro');
                        INSERT INTO rights (role, object) VALUES (1, 'AA'), (2, 'AB');
                        """)
                .script("U2__roles", """
                        DELETE FROM rights WHERE (role, object) IN ((1, 'AA'), (2, 'AB'));
                        DELETE FROM rights WHERE role IN (1, 2);
                        DELETE FROM currencies WHERE code IN ('AAA', 'EUR');
                        DELETE FROM roles WHERE id IN (1, 2);
                        """)
                .script("V3__less", "DELETE FROM currencies WHERE code = 'AAA';")
                .script("U3__less", "INSERT INTO currencies VALUES ('AAA', 'the first');")
                .rehearse(data(), VOLUME);

        assertThat(wrong(report)).isEmpty();
        assertThat(report.migrations()).hasSize(3);
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_team_and_its_captain_point_at_each_other() throws IOException {
        RehearsalReport report = new LargeProject(folder.resolve("project"))
                .script("V1__teams", FIRST + """
                        CREATE TABLE team (id bigint PRIMARY KEY, captain_id bigint NOT NULL UNIQUE, name text NOT NULL);
                        CREATE TABLE player (id bigint PRIMARY KEY, name text NOT NULL,
                          team_id bigint NOT NULL REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED);
                        ALTER TABLE team ADD CONSTRAINT team_captain_fk FOREIGN KEY (captain_id) REFERENCES player (id)
                          DEFERRABLE INITIALLY DEFERRED;
                        CREATE INDEX player_team_idx ON player (team_id);
                        """)
                .script("V2__shirts", "ALTER TABLE player ADD COLUMN shirt smallint;")
                .script("U2__shirts", "ALTER TABLE player DROP COLUMN shirt;")
                .rehearse(data(), VOLUME);

        assertThat(wrong(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.tables()).hasSize(2).allMatch(table -> table.rows() == 300);
    }

    @Test
    void a_table_that_the_server_cannot_analyse_is_rehearsed_and_a_note_says_so() throws IOException {
        RehearsalReport report = new LargeProject(folder.resolve("project"))
                .script("V1__persons", FIRST + """
                        CREATE FUNCTION plain_letters(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS
                          'BEGIN RETURN lower(t); END';
                        CREATE FUNCTION sort_key(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS
                          'BEGIN RETURN plain_letters(t); END';
                        CREATE TABLE person (id bigint PRIMARY KEY, name text NOT NULL);
                        CREATE INDEX person_sort_idx ON person (sort_key(name));
                        """)
                .script("V2__nickname", "ALTER TABLE person ADD COLUMN nickname text;")
                .script("U2__nickname", "ALTER TABLE person DROP COLUMN nickname;")
                .rehearse(data(), VOLUME);

        assertThat(wrong(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.findings())
                .extracting(Finding::message)
                .filteredOn(message -> message.contains("without statistics"))
                .singleElement()
                .asString()
                .startsWith(
                        "public.person was filled and is rehearsed without statistics: ERROR: function plain_letters");
    }

    @Test
    void a_role_comes_and_goes() throws IOException {
        RehearsalReport report = new LargeProject(folder.resolve("project"))
                .script("V1__stock", FIRST + "CREATE TABLE stock (id bigint PRIMARY KEY, sku text NOT NULL);")
                .script("V2__reader", "CREATE ROLE stock_reader NOLOGIN; GRANT SELECT ON stock TO stock_reader;")
                .script("U2__reader", "REVOKE SELECT ON stock FROM stock_reader; DROP ROLE stock_reader;")
                .rehearse(data(), VOLUME);

        assertThat(wrong(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    }

    private Path data() throws IOException {
        return Files.createDirectories(folder.resolve("data"));
    }

    private static List<Finding> wrong(RehearsalReport report) {
        return Stream.concat(
                        report.findings().stream(),
                        report.migrations().stream()
                                .map(MigrationResult::findings)
                                .flatMap(List::stream))
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
