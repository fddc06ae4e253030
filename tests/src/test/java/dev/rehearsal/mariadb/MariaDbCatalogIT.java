package dev.rehearsal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.database.Slots;
import dev.rehearsal.dialect.Specimen.Definitions;
import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaDifference;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import dev.rehearsal.spi.ServerPrograms;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalogue of a real MariaDB, and its slots. */
class MariaDbCatalogIT {
    private static final MariaDbDialect DIALECT = new MariaDbDialect();
    private static final String TABLES = "CREATE TABLE a (id int PRIMARY KEY, name varchar(20) DEFAULT 'x' COMMENT 'y',"
            + " price int unsigned NOT NULL DEFAULT 1, body text, CONSTRAINT cheap CHECK (price < 9));"
            + "CREATE TABLE b (id int PRIMARY KEY AUTO_INCREMENT, a int, n int,"
            + " CONSTRAINT to_a FOREIGN KEY (a) REFERENCES a (id) ON DELETE CASCADE, KEY by_n (n), KEY by_both (a, n))";

    private static DatabaseServer server;
    private static int slots;

    @BeforeAll
    static void start() {
        DatabaseSpec spec = DatabaseSpec.parse("embedded:mariadb");
        server = new MariaDbEngine()
                .provider(spec, ServerAccess.NONE, ServerPrograms.of(MariaDbCatalogIT.class.getClassLoader()))
                .forTests()
                .start(Progress.SILENT);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_name_is_shown_in_backticks_exactly_where_the_server_asks_for_them() throws SQLException {
        List<String> names = new ArrayList<>(List.of("users", "Users", "_", "a$b", "a b", "a`b", "a-b", "A\"b"));
        Set<String> refused = new TreeSet<>();
        try (Connection connection = slot().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet words =
                    statement.executeQuery("SELECT WORD FROM information_schema.KEYWORDS WHERE WORD REGEXP '^[A-Z]'")) {
                while (words.next()) {
                    names.add(words.getString(1));
                }
            }
            for (String name : names) {
                try {
                    statement.execute("PREPARE p FROM 'CREATE TABLE " + name + " (id int)'");
                } catch (SQLException e) {
                    refused.add(name);
                }
            }
        }

        assertThat(refused).contains("SELECT", "a b").doesNotContain("users", "BEGIN");
        Set<String> quoted = new TreeSet<>(names);
        quoted.removeIf(name -> Names.relation("s", name).shown().equals("s." + name));
        assertThat(quoted).isEqualTo(refused);
        assertThat(Names.relation("s", "a`b").shown()).isEqualTo("s.`a``b`");
        assertThat(Names.relation("s", "a.b").shown()).isEqualTo("s.`a.b`");
    }

    @Test
    void each_kind_of_definition_is_seen() throws SQLException {
        DataSource database = slot();
        Definitions definitions = DIALECT.specimen().definitions(database);
        Set<String> made = definitions.make();
        assertThat(snapshot(database).definitions().keySet().stream().map(SchemaObject::toString))
                .containsAll(made);
    }

    @Test
    void each_change_of_a_table_is_told_as_what_it_is() throws SQLException {
        DataSource database = slot();
        run(database, TABLES);
        changes(database, "ALTER TABLE a MODIFY price int unsigned DEFAULT 1", "column shop.a.price");
        changes(database, "ALTER TABLE a MODIFY price int unsigned NOT NULL DEFAULT 2", "column shop.a.price");
        changes(database, "ALTER TABLE a MODIFY name varchar(20) CHARACTER SET latin1", "column shop.a.name");
        changes(database, "ALTER TABLE b MODIFY id int", "column shop.b.id");
        changes(database, "ALTER TABLE a DROP CONSTRAINT cheap", "constraint shop.a.cheap");
        changes(database, "ALTER TABLE b DROP INDEX by_n, ADD INDEX by_n (n DESC)", "index shop.b.by_n");
        changes(database, "ALTER TABLE b ALTER INDEX by_n IGNORED", "index shop.b.by_n");
        changes(database, "ALTER TABLE b DROP INDEX by_n, ADD UNIQUE INDEX by_n (n)", "index shop.b.by_n");
        changes(database, "ALTER TABLE a ADD INDEX by_body (body(10))", "index shop.a.by_body");
        changes(database, "ALTER TABLE b DROP FOREIGN KEY to_a", "constraint shop.b.to_a");
        changes(database, "ALTER TABLE a ENGINE=Aria", "table shop.a");
        changes(database, "ALTER TABLE a ADD twice int AS (price * 2) VIRTUAL", "column shop.a.twice");
        changes(database, "CREATE SEQUENCE s INCREMENT BY 5", "sequence shop.s");
        changes(database, "DROP TABLE b", "table shop.b");
    }

    @Test
    void a_charset_of_the_table_changes_no_column_that_keeps_its_own() throws SQLException {
        DataSource database = slot();
        run(database, "CREATE TABLE t (name varchar(20)) CHARACTER SET utf8mb4");
        changes(database, "ALTER TABLE t DEFAULT CHARACTER SET latin1", "table shop.t");
    }

    @Test
    void rows_and_counters_are_no_definitions() throws SQLException {
        DataSource database = slot();
        run(database, TABLES);
        SchemaSnapshot before = snapshot(database);
        run(database, "INSERT INTO a (id) VALUES (1);INSERT INTO b (a) VALUES (1), (1)");
        assertThat(SchemaComparison.differences(before, snapshot(database))).isEmpty();
    }

    @Test
    void a_copy_holds_the_same_under_the_same_name_and_lives_by_itself() throws SQLException {
        DataSource database = slot();
        run(database, TABLES + ";INSERT INTO a (id) VALUES (1)");
        String name = "slot" + slots;
        Slots all = server.slots().orElseThrow();
        all.copy(name, "copy");
        DataSource copy = DIALECT.connect(server.database("copy"), "a test");
        DataSource original = DIALECT.connect(server.database(name), "a test");
        assertThat(snapshot(copy)).isEqualTo(snapshot(original));
        run(copy, "DROP TABLE b");
        assertThat(DIALECT.catalog().sizes(copy, Set.of())).singleElement().satisfies(size -> {
            assertThat(size.table()).isEqualTo(new QualifiedName("shop", "a"));
            assertThat(size.rows()).isEqualTo(1);
        });
        assertThat(DIALECT.catalog().sizes(original, Set.of())).hasSize(2);
        all.drop(List.of("copy", name));
        slots++;
    }

    private static void changes(DataSource database, String sql, String object) throws SQLException {
        SchemaSnapshot before = snapshot(database);
        run(database, sql);
        List<SchemaDifference> differences = SchemaComparison.differences(before, snapshot(database));
        assertThat(differences.stream().map(SchemaDifference::object).map(SchemaObject::toString))
                .as(sql)
                .containsExactly(object);
    }

    private static SchemaSnapshot snapshot(DataSource database) throws SQLException {
        return DIALECT.catalog().snapshot(database, Set.of());
    }

    private static DataSource slot() throws SQLException {
        String name = "slot" + ++slots;
        server.slots().orElseThrow().create(name, Set.of("shop"));
        return DIALECT.connect(server.database(name), "a test");
    }

    private static void run(DataSource database, String statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements.split(";", -1)) {
                statement.execute(sql);
            }
        }
    }
}
