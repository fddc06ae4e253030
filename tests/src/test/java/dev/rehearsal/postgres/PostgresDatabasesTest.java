package dev.rehearsal.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.testing.TestPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresDatabasesTest {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final DataSource maintenance = TestPostgres.connect(TestPostgres.address("postgres"));
    private final PostgresDatabases databases = new PostgresDatabases();
    private final String name = "rehearsal_databases_" + NEXT.incrementAndGet();
    private final String copy = name + "_\"copy\" ü";

    @AfterEach
    void drop() throws SQLException {
        databases.drop(maintenance, name);
        databases.drop(maintenance, copy);
    }

    @Test
    void the_server_tells_its_version_and_what_is_unlike_production() throws Exception {
        var facts = databases.facts(maintenance);
        assertThat(facts.product()).isEqualTo("PostgreSQL");
        assertThat(facts.version()).startsWith("18.");
        // the server of the tests is a fast one
        assertThat(facts.unlikeProduction()).contains("fsync is off: nothing waits for the disk");
        assertThat(facts.unlikeProduction()).noneMatch(sentence -> sentence.contains("autovacuum"));
    }

    @Test
    void a_new_database_is_empty_and_bears_the_marker() throws Exception {
        databases.create(maintenance, name);
        String comment = ask(
                        "postgres",
                        "SELECT shobj_description(oid, 'pg_database') FROM pg_database" + " WHERE datname = '" + name
                                + "'")
                .get(0);
        assertThat(DatabaseMarker.parse(comment))
                .hasValueSatisfying(
                        marker -> assertThat(marker.owner().isGone()).isFalse());
        assertThat(ask(name, "SELECT relname FROM pg_class WHERE oid >= 16384")).isEmpty();
    }

    @Test
    void a_copy_has_the_rows() throws Exception {
        databases.create(maintenance, name);
        run(name, "CREATE TABLE t AS SELECT generate_series(1, 1000) AS id");
        databases.copy(maintenance, name, copy);
        assertThat(ask(copy, "SELECT count(*) FROM t")).containsExactly("1000");
    }

    @Test
    void a_large_copy_has_the_rows() throws Exception {
        databases.create(maintenance, name);
        run(name, "CREATE TABLE t AS SELECT repeat('x', 1000) FROM generate_series(1, 70000)");
        databases.copy(maintenance, name, copy);
        assertThat(ask(copy, "SELECT count(*) FROM t")).containsExactly("70000");
    }

    @Test
    void a_copy_has_the_settings_of_the_database() throws Exception {
        databases.create(maintenance, name);
        run("postgres", "DROP ROLE IF EXISTS settings_role; CREATE ROLE settings_role");
        run(name, "ALTER DATABASE " + name + " SET search_path = \"$user\", 'a, b', public");
        run(name, "ALTER DATABASE " + name + " SET work_mem = '7MB'");
        run(name, "ALTER DATABASE " + name + " SET shop.greeting = 'it''s = here'");
        run(name, "ALTER ROLE settings_role IN DATABASE " + name + " SET statement_timeout = '5s'");
        run(name, "ALTER DATABASE " + name + " CONNECTION LIMIT 17");
        databases.copy(maintenance, name, copy);
        assertThat(settings(copy)).isEqualTo(settings(name)).hasSize(5);
        assertThat(ask(copy, "SHOW search_path")).containsExactly("\"$user\", \"a, b\", public");
        databases.drop(maintenance, name);
        databases.drop(maintenance, copy);
        run("postgres", "DROP ROLE settings_role");
    }

    @Test
    void a_copy_has_the_grants_of_the_database() throws Exception {
        databases.create(maintenance, name);
        run("postgres", "DROP ROLE IF EXISTS \"granted role\"; CREATE ROLE \"granted role\"");
        run(name, "REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
        run(name, "GRANT CREATE ON DATABASE " + name + " TO \"granted role\" WITH GRANT OPTION");
        databases.copy(maintenance, name, copy);
        assertThat(grants(copy)).isEqualTo(grants(name)).isNotEmpty();
        databases.drop(maintenance, name);
        databases.drop(maintenance, copy);
        run("postgres", "DROP ROLE \"granted role\"");
    }

    @Test
    void a_source_in_use_is_named_with_its_user() throws Exception {
        databases.create(maintenance, name);
        try (Connection connection =
                TestPostgres.connect(TestPostgres.address(name)).getConnection()) {
            connection.setClientInfo("ApplicationName", "nosy neighbour");
            assertThatThrownBy(() -> databases.copy(maintenance, name, copy))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("nosy neighbour");
        }
    }

    @Test
    void dropping_ends_the_sessions_of_the_database() throws Exception {
        databases.create(maintenance, name);
        try (Connection connection =
                TestPostgres.connect(TestPostgres.address(name)).getConnection()) {
            databases.drop(maintenance, name);
            assertThat(connection.isValid(1)).isFalse();
        }
    }

    @Test
    void dropping_one_that_is_gone_is_no_error() {
        assertThatCode(() -> databases.drop(maintenance, "rehearsal_gone")).doesNotThrowAnyException();
    }

    @Test
    void a_database_without_the_marker_is_never_dropped() {
        run("postgres", "CREATE DATABASE rehearsal_of_somebody");
        run("postgres", "COMMENT ON DATABASE rehearsal_of_somebody IS 'made by Rehearsal'");
        assertThatThrownBy(() -> databases.drop(maintenance, "rehearsal_of_somebody"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("lacks its marker");
        run("postgres", "DROP DATABASE rehearsal_of_somebody");
    }

    @Test
    void one_that_is_not_ours_does_not_keep_the_others() throws Exception {
        databases.create(maintenance, name);
        databases.copy(maintenance, name, copy);
        assertThatThrownBy(() -> databases.drop(maintenance, List.of(name, "template1", copy)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("template1");
        assertThat(ask("postgres", "SELECT datname FROM pg_database"))
                .contains("template1")
                .doesNotContain(name, copy);
    }

    @Test
    void a_database_of_another_name_is_never_dropped_even_if_it_copied_the_marker() {
        run("postgres", "CREATE DATABASE precious");
        run("postgres", "COMMENT ON DATABASE precious IS '" + DatabaseMarker.now() + "'");
        assertThatThrownBy(() -> databases.drop(maintenance, "precious")).isInstanceOf(SQLException.class);
        run("postgres", "DROP DATABASE precious");
    }

    @Test
    void only_names_of_ours_are_made() {
        assertThatThrownBy(() -> databases.create(maintenance, "shop")).hasMessageContaining("begin with rehearsal_");
        assertThatThrownBy(() -> databases.create(maintenance, "rehearsal_" + "ü".repeat(27)))
                .hasMessageContaining("at most 63 bytes");
    }

    @Test
    void a_copy_that_cannot_be_finished_is_removed() throws Exception {
        databases.create(maintenance, name);
        run(name, "ALTER DATABASE " + name + " SET work_mem = '7MB'");
        run(
                "postgres",
                "UPDATE pg_db_role_setting SET setconfig = '{of_another_version=1}'"
                        + " WHERE setconfig = '{work_mem=7MB}'");
        assertThatThrownBy(() -> databases.copy(maintenance, name, copy)).isInstanceOf(SQLException.class);
        assertThat(ask("postgres", "SELECT 1 FROM pg_database WHERE datname = '" + copy + "'"))
                .isEmpty();
    }

    private static List<String> settings(String database) {
        return ask(
                "postgres",
                "SELECT setrole::regrole || ' ' || unnest(setconfig) FROM pg_db_role_setting s"
                        + " JOIN pg_database d ON d.oid = setdatabase WHERE datname = '" + database.replace("'", "''")
                        + "' UNION ALL SELECT 'limit ' || datconnlimit FROM pg_database WHERE datname = '" + database
                        + "'");
    }

    private static List<String> grants(String database) {
        return ask(
                "postgres",
                "SELECT unnest(datacl)::text FROM pg_database WHERE datname = '" + database + "' ORDER BY 1");
    }

    private static DatabaseAddress address(String database) {
        DatabaseAddress server = TestPostgres.address("");
        String url = server.url() + URLEncoder.encode(database, StandardCharsets.UTF_8);
        return new DatabaseAddress(url, server.user(), server.password());
    }

    private static void run(String database, String sql) {
        TestPostgres.run(TestPostgres.address(database), sql);
    }

    private static List<String> ask(String database, String sql) {
        DataSource source = TestPostgres.connect(address(database));
        try (Connection connection = source.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
