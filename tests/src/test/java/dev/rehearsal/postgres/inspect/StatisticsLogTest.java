package dev.rehearsal.postgres.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Inspector.Limits;
import dev.rehearsal.profile.TableStatistics;
import dev.rehearsal.testing.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's own log says what was asked of it; each statement in it is asked again, to see what it told. */
class StatisticsLogTest {
    private static final Pattern RELATION =
            Pattern.compile("(?i)\\b(?:FROM|JOIN|TABLE|INTO|UPDATE|COPY)\\s+(?!\\()([\\w.\"]+)");
    private static final String SOURCE = """
            CREATE TYPE mood AS ENUM ('happy', 'sad');
            CREATE DOMAIN label AS text;
            CREATE TABLE people (id int PRIMARY KEY, email text, code varchar(30), short char(12), tag label, words text[],
              doc jsonb, raw bytea, feeling mood, active boolean, age int, seen timestamptz);
            INSERT INTO people SELECT n, 'SECRET-' || n % 50, 'SECRET-' || n % 3, 'SECRET-' || n % 4, 'SECRET-' || n % 5,
              ARRAY['SECRET-' || n % 6], jsonb_build_object('k', 'SECRET-' || n % 7), ('SECRET-' || n % 8)::bytea,
              'happy', n % 3 = 0, n % 90, now() - n * interval '1 day' FROM generate_series(1, 5000) n;
            ANALYZE
            """;

    @TempDir
    private Path folder;

    @Test
    void no_table_is_read_and_no_value_of_a_text_leaves_the_server() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("log_statement", "all")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_destination", "jsonlog")
                .setServerConfig("log_directory", folder.toString())
                .setServerConfig("log_filename", "all.log")
                .start()) {
            DatabaseAddress address = new DatabaseAddress(
                    "jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "postgres");
            TestPostgres.run(address, SOURCE);
            List<String> scans = answers(address, "SELECT seq_scan, idx_scan FROM pg_stat_user_tables");
            assertThat(answers(address, "SELECT most_common_vals FROM pg_stats WHERE tablename = 'people'"))
                    .anyMatch(StatisticsLogTest::isSecret);

            List<TableStatistics> tables = new PostgresInspector()
                    .open(address, new Limits(Duration.ofSeconds(20), Duration.ofSeconds(2)))
                    .statistics(Set.of(), true);

            assertThat(tables)
                    .singleElement()
                    .satisfies(table -> assertThat(table.columns()).hasSize(12));
            assertThat(tables.toString()).contains("happy", "range=[").doesNotContain("SECRET");
            List<String> asked = asked();
            assertThat(asked).hasSizeGreaterThan(6).anyMatch(sql -> sql.contains("pg_catalog.pg_stats"));
            assertThat(asked).allSatisfy(StatisticsLogTest::readsTheCatalogueOnly);
            for (String sql : asked) {
                assertThat(sql.startsWith("SELECT") || sql.startsWith("WITH") ? answers(address, sql) : List.of(""))
                        .as(sql)
                        .noneMatch(StatisticsLogTest::isSecret);
            }
            assertThat(answers(address, "SELECT seq_scan, idx_scan FROM pg_stat_user_tables"))
                    .isEqualTo(scans);
        }
    }

    /** A bytea is told in hexadecimal digits. */
    private static boolean isSecret(String told) {
        return told.contains("SECRET") || told.contains("534543524554");
    }

    private static void readsTheCatalogueOnly(String sql) {
        Matcher relation = RELATION.matcher(sql);
        while (relation.find()) {
            assertThat(relation.group(1)).as(sql).matches("pg_catalog\\.\\w+|part");
        }
        assertThat(sql).doesNotContain("people");
    }

    /** What the log has of the session, each statement once however the driver sent it. */
    private List<String> asked() throws IOException {
        List<String> statements = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("all.json"))) {
            JsonNode entry = JsonMapper.shared().readTree(line);
            String message = entry.path("message").asString("");
            if (entry.path("application_name").asString("").equals("rehearsal inspect")
                    && message.matches("(?s)(statement|execute [^:]*): .*")) {
                statements.add(message.substring(message.indexOf(": ") + 2).strip());
            }
        }
        return statements;
    }

    private static List<String> answers(DatabaseAddress address, String sql) throws SQLException {
        List<String> cells = new ArrayList<>();
        try (Connection connection = TestPostgres.connect(address).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(row.getString(i)));
                }
            }
        }
        return cells;
    }
}
