package dev.rehearsal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.Loss;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.database.Slots;
import dev.rehearsal.dialect.DataComparison;
import dev.rehearsal.dialect.Specimen.Change;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.spi.ServerPrograms;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The comparing of rows on a real MariaDB. */
class MariaDbDataIT {
    private static final MariaDbDialect DIALECT = new MariaDbDialect();
    private static final DataComparison DATA = DIALECT.data();

    private static DatabaseServer server;
    private DataSource database;
    private DataSource copy;
    private static int slots;

    @BeforeAll
    static void start() {
        DatabaseSpec spec = DatabaseSpec.parse("embedded:mariadb");
        server = new MariaDbEngine()
                .provider(spec, ServerAccess.NONE, ServerPrograms.of(MariaDbDataIT.class.getClassLoader()))
                .forTests()
                .start(Progress.SILENT);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void slot() {
        slots().create("slot" + ++slots, Set.of("shop"));
        database = DIALECT.connect(server.database("slot" + slots), "a test");
        copy = database;
    }

    private static Slots slots() {
        return server.slots().orElseThrow();
    }

    @Test
    void each_smallest_change_of_each_type_is_told_and_nothing_else() throws SQLException {
        DIALECT.specimen().fill(database);
        copied();
        DataFingerprint before = print(database);
        assertThat(print(copy)).isEqualTo(before);
        List<Change> changes = DIALECT.specimen().change(copy);
        assertThat(losses(before))
                .extracting(Loss::relation, Loss::column, Loss::kind)
                .containsExactlyInAnyOrderElementsOf(changes.stream()
                        .map(change -> tuple(change.relation().toString(), change.column(), change.kind()))
                        .toList());
    }

    @Test
    void rows_that_swap_values_of_one_length_have_changed() throws SQLException {
        run(database, "CREATE TABLE t (id int PRIMARY KEY, a varchar(9), b varchar(9))");
        run(database, "INSERT INTO t VALUES (1, 'aa', 'bb'), (2, 'cc', 'dd'), (3, 'ee', 'ff')");
        copied();
        DataFingerprint before = print(database);
        run(copy, "UPDATE t SET a = CASE id WHEN 1 THEN 'cc' ELSE 'aa' END WHERE id < 3");
        assertThat(losses(before)).singleElement().satisfies(loss -> {
            assertThat(loss.column()).isEqualTo("a");
            assertThat(loss.rows()).isEqualTo(2);
            assertThat(loss.sampleKeys()).containsExactlyInAnyOrder("id=1", "id=2");
        });
    }

    @Test
    void columns_that_swap_their_values_have_changed_with_a_key_and_without() throws SQLException {
        run(database, "CREATE TABLE t (id int PRIMARY KEY, a varchar(9), b varchar(9))");
        run(database, "INSERT INTO t VALUES (1, 'aa', 'bb')");
        run(database, "CREATE TABLE u AS SELECT a, b FROM t");
        copied();
        DataFingerprint before = print(database);
        run(copy, "UPDATE t SET a = 'bb', b = 'aa'");
        run(copy, "UPDATE u SET a = 'bb', b = 'aa'");
        assertThat(losses(before))
                .extracting(Loss::relation, Loss::column)
                .containsExactlyInAnyOrder(tuple("shop.t", "a"), tuple("shop.t", "b"), tuple("shop.u", null));
    }

    @Test
    void equal_rows_without_a_key_count_each() throws SQLException {
        run(database, "CREATE TABLE t (a int)");
        run(database, "INSERT INTO t VALUES (1), (1), (1), (NULL)");
        copied();
        DataFingerprint before = print(database);
        run(copy, "DELETE FROM t WHERE a = 1 LIMIT 2");
        assertThat(losses(before)).singleElement().satisfies(loss -> {
            assertThat(loss.kind()).isEqualTo(Loss.Kind.ROWS_LOST);
            assertThat(loss.rows()).isEqualTo(2);
        });
    }

    @Test
    void another_form_of_the_same_is_no_loss() throws SQLException {
        run(
                database,
                "CREATE TABLE t (id int PRIMARY KEY, a int, b varchar(9) CHARACTER SET latin1, c enum('x', 'y'))");
        run(database, "INSERT INTO t VALUES (1, 5, 'é', 'y')");
        copied();
        DataFingerprint before = print(database);
        run(copy, "ALTER TABLE t MODIFY a bigint, MODIFY b text CHARACTER SET utf8mb4, MODIFY c varchar(9), ADD d int");
        assertThat(losses(before)).isEmpty();
    }

    @Test
    void a_column_and_a_table_that_are_gone_are_lost_with_what_they_held() throws SQLException {
        run(database, "CREATE TABLE t (id int PRIMARY KEY, a int, empty int)");
        run(database, "INSERT INTO t VALUES (1, 5, NULL), (2, NULL, NULL)");
        run(database, "CREATE TABLE u AS SELECT * FROM t");
        copied();
        DataFingerprint before = print(database);
        run(copy, "ALTER TABLE t DROP a, DROP empty");
        run(copy, "DROP TABLE u");
        assertThat(losses(before))
                .extracting(Loss::relation, Loss::column, Loss::kind, Loss::rows)
                .containsExactlyInAnyOrder(
                        tuple("shop.t", "a", Loss.Kind.RELATION_GONE, 1L),
                        tuple("shop.u", null, Loss.Kind.RELATION_GONE, 2L));
    }

    @Test
    void what_the_runner_keeps_is_not_the_users() throws SQLException {
        run(database, "CREATE TABLE history (id int PRIMARY KEY AUTO_INCREMENT)");
        run(database, "INSERT INTO history VALUES (3)");
        DataFingerprint print = DATA.fingerprint(database, Set.of(new QualifiedName("shop", "history")));
        assertThat(print.tables()).isEmpty();
        assertThat(print.sequences()).isEmpty();
    }

    private void copied() {
        slots().copy("slot" + slots, "copy" + slots);
        copy = DIALECT.connect(server.database("copy" + slots), "a test");
        database = DIALECT.connect(server.database("slot" + slots), "a test");
    }

    private static DataFingerprint print(DataSource source) throws SQLException {
        return DATA.fingerprint(source, Set.of());
    }

    private List<Loss> losses(DataFingerprint before) throws SQLException {
        return DATA.losses(database, before, copy, print(copy));
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
