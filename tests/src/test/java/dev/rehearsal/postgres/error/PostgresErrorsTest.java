package dev.rehearsal.postgres.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.Fault.Concerned;
import dev.rehearsal.migration.Fault.Kind;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.spi.Modules;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of a real server. */
class PostgresErrorsTest {
    private static final DatabaseAddress DATABASE = TestPostgres.freshDatabase();

    @BeforeAll
    static void tables() {
        TestPostgres.run(DATABASE, """
                CREATE TABLE p (x int, y int, PRIMARY KEY (x, y));
                CREATE TABLE t (a int, b int, note text, total int, "odd ""name" text, during int4range);
                INSERT INTO t VALUES (1, 2, NULL, 0, NULL, '[1,5)'), (1, 2, 'x', 1, NULL, '[3,9)');
                ALTER TABLE t ADD CONSTRAINT late CHECK (total > 5) NOT VALID;
                CREATE ROLE nobody_at_all""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SYNTAX             | SELEC 1
            DUPLICATE_ROWS     | CREATE UNIQUE INDEX u ON t (a)
            MISSING_VALUES     | ALTER TABLE t ALTER note SET NOT NULL
            UNMET_CHECK        | ALTER TABLE t ADD CHECK (total > 0)
            MISSING_PARENTS    | ALTER TABLE t ADD FOREIGN KEY (a, b) REFERENCES p (x, y)
            EXCLUDED_ROWS      | ALTER TABLE t ADD EXCLUDE USING gist (during WITH &&)
            UNFIT_VALUE        | ALTER TABLE t ALTER note TYPE int USING 'x'::text::int
            LIMIT_EXCEEDED     | CREATE TABLE wide AS SELECT string_agg(md5(n::text), '') s FROM generate_series(1, 900) n; CREATE INDEX ON wide (s)
            CANCELLED          | SET statement_timeout = 50; SELECT pg_sleep(9)
            NO_SPACE           | DO $$ BEGIN RAISE 'full' USING ERRCODE = 'disk_full'; END $$
            CONNECTION_LOST    | SELECT pg_terminate_backend(pg_backend_pid())
            OBJECT_MISSING     | SELECT nothing FROM t
            OBJECT_EXISTS      | CREATE TABLE t (id int)
            PERMISSION         | SET ROLE nobody_at_all; SELECT * FROM t
            OTHER              | SELECT 1 GROUP BY 7
            """)
    void each_error_is_of_its_kind(Kind kind, String sql) throws SQLException {
        Fault fault = provoke(sql);
        assertThat(fault.kind()).as(fault.toString()).isEqualTo(kind);
        assertThat(fault.code()).hasSize(5);
        assertThat(fault.message()).doesNotStartWith("ERROR");
    }

    @Test
    void a_lock_that_is_not_granted_and_sessions_that_wait_for_each_other_are_told_apart() throws Exception {
        try (Connection one = TestPostgres.connect(DATABASE).getConnection();
                Statement first = one.createStatement()) {
            one.setAutoCommit(false);
            first.execute("LOCK TABLE t");
            assertThat(provoke("SET lock_timeout = 50; LOCK TABLE t").kind()).isEqualTo(Kind.LOCK_NOT_AVAILABLE);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> TestPostgres.run(
                    DATABASE, "SET deadlock_timeout = '1min'; BEGIN; LOCK TABLE p; LOCK TABLE t; COMMIT"));
            awaitWaitFor("t");
            first.execute("SET deadlock_timeout = 100");
            Fault fault = refused(first, "LOCK TABLE p");
            one.rollback();
            other.get();
            assertThat(fault.kind()).isEqualTo(Kind.DEADLOCK);
            assertThat(new PostgresErrors().code(Kind.DEADLOCK)).isEqualTo(fault.code());
        }
    }

    @Test
    void a_database_that_is_gone_befell_the_server_and_is_not_the_statements_fault() {
        SQLException refused = refusal("no_such_database");
        Fault fault = new PostgresErrors().fault(refused, null).orElseThrow();
        assertThat(fault.kind()).isEqualTo(Kind.SERVER_TROUBLE);
        assertThat(fault.kind().ofTheServer()).isTrue();
    }

    @Test
    void what_is_no_error_of_the_server_is_no_fault_of_this_engine() {
        assertThat(Modules.fault(new IllegalStateException("x"), null)).isEmpty();
        assertThat(Modules.fault(new SQLException("a driver of somebody else's", "23505"), null))
                .isEmpty();
    }

    @Test
    void what_an_error_speaks_of_is_named_by_the_servers_fields() throws SQLException {
        assertThat(provoke("CREATE UNIQUE INDEX u ON t (a)").concerned())
                .isEqualTo(new Concerned(new QualifiedName("public", "t"), null, "u"));
        assertThat(provoke("ALTER TABLE t ALTER note SET NOT NULL").concerned())
                .isEqualTo(new Concerned(new QualifiedName("public", "t"), "note", null));
        assertThat(provoke("SELECT FROM t WHERE").position()).isEqualTo("SELECT FROM t WHERE".length() + 1);
    }

    @Test
    void the_rows_in_the_way_are_found_by_the_question() throws SQLException {
        assertThat(rows("ALTER TABLE t ALTER note SET NOT NULL")).isEqualTo(1);
        assertThat(rows("ALTER TABLE t ALTER \"odd \"\"name\" SET NOT NULL")).isEqualTo(2);
        assertThat(rows("CREATE UNIQUE INDEX u ON t (a, b)")).isEqualTo(1);
        assertThat(rows("ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a, b) REFERENCES p (x, y)"))
                .isEqualTo(2);
        assertThat(rows("ALTER TABLE t ADD CONSTRAINT c CHECK (total > 0 AND (coalesce(note, '') <> ')'))"))
                .isEqualTo(1);
        assertThat(rows("ALTER TABLE t ADD EXCLUDE USING gist (during WITH &&)"))
                .isEqualTo(2);
    }

    /** NULLs are not equal, and an index may be of some rows only: neither is in the way. */
    @Test
    void rows_that_a_unique_index_lets_pass_are_not_asked_for() throws SQLException {
        String table =
                "CREATE TABLE few (a int, b int); INSERT INTO few VALUES (1, 1), (1, 1), (2, -1), (2, -1), (NULL, 1), (NULL, 1);";
        TestPostgres.run(DATABASE, table);
        assertThat(rows("CREATE UNIQUE INDEX u ON few (a)")).isEqualTo(2);
        assertThat(rows("CREATE UNIQUE INDEX u ON few (a) NULLS NOT DISTINCT")).isEqualTo(3);
        assertThat(rows("CREATE UNIQUE INDEX u ON few (a) WHERE (b > 0) OR b IS NULL"))
                .isEqualTo(1);
        assertThat(provoke("CREATE UNIQUE INDEX u ON few (a)\n WHERE b > 0").assumption())
                .isEqualTo("UNIQUE (a) WHERE b > 0 on public.few");
    }

    /** Only some of the values are in the way of another type. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ALTER TABLE v ALTER COLUMN word TYPE varchar(3) | 1
                    ALTER TABLE v ALTER word SET DATA TYPE uuid USING word::uuid | 2
                    ALTER TABLE ONLY public.v ALTER word TYPE int USING (CAST(word AS int)) | 2
                    ALTER TABLE v ALTER size TYPE numeric(5, 2), ALTER word DROP NOT NULL | 1
                    ALTER TABLE v ALTER size TYPE smallint; | 1
                    """)
    void values_that_a_new_type_does_not_take_are_found_by_the_question(String sql, int found) throws SQLException {
        TestPostgres.run(
                DATABASE,
                "DROP TABLE IF EXISTS v; CREATE TABLE v (word text NOT NULL, size int);"
                        + " INSERT INTO v VALUES ('longer', 70000), ('12', 7), ('', NULL);"
                        + (sql.contains("uuid")
                                ? "UPDATE v SET word = gen_random_uuid()::text WHERE word = '12'"
                                : ""));
        assertThat(rows(sql)).isEqualTo(found);
    }

    @Test
    void values_that_a_statement_computes_itself_are_not_asked_for() throws SQLException {
        assertThat(provoke("ALTER TABLE t ALTER note TYPE int USING ('x' || note)::int")
                        .question())
                .isNull();
        assertThat(provoke("UPDATE t SET a = note::int").question()).isNull();
    }

    /** What the script itself makes, production does not have when it is asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t ALTER later SET NOT NULL",
                "CREATE UNIQUE INDEX u ON t (a) WHERE later IS NULL",
                "ALTER TABLE t ADD CHECK (later IS NOT NULL)"
            })
    void what_the_script_makes_itself_is_not_asked_for(String sql) throws SQLException {
        Fault fault;
        try (Connection connection = TestPostgres.connect(DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("ALTER TABLE t ADD later int");
            fault = refused(statement, sql);
            connection.rollback();
        }
        assertThat(fault.question()).contains("later");
        Fault askable = new PostgresErrors().askable(fault, TestPostgres.connect(DATABASE));
        assertThat(askable.question())
                .contains("production cannot be asked", "SELECT count(*) FROM public.t;")
                .doesNotContain("later");
        assertThat(askable.assumption()).isNull();
        Fault usual = provoke("ALTER TABLE t ALTER note SET NOT NULL");
        assertThat(new PostgresErrors().askable(usual, TestPostgres.connect(DATABASE)))
                .isEqualTo(usual);
    }

    /** A column that is not there yet cannot be asked for. */
    @Test
    void a_new_column_is_in_the_way_of_all_rows() throws SQLException {
        assertThat(rows("ALTER TABLE t ADD COLUMN fresh int NOT NULL")).isEqualTo(1);
        assertThat(provoke("ALTER TABLE t ADD IF NOT EXISTS \"Fresh\" int NOT NULL")
                        .question())
                .contains("SELECT count(*) FROM public.t;")
                .doesNotContain("IS NULL");
    }

    @Test
    void a_statement_that_only_names_the_constraint_has_it_looked_up() throws SQLException {
        assertThat(provoke("ALTER TABLE t VALIDATE CONSTRAINT late").question())
                .contains("pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'late';");
        assertThat(rows("ALTER TABLE t VALIDATE CONSTRAINT late")).isEqualTo(1);
    }

    @Test
    void what_a_statement_itself_writes_was_not_there() throws SQLException {
        Fault fault = provoke("INSERT INTO p VALUES (1, 1), (1, 1)");
        assertThat(fault.kind()).isEqualTo(Kind.DUPLICATE_ROWS);
        assertThat(fault.question()).isNull();
    }

    private static int rows(String sql) throws SQLException {
        String question = Objects.requireNonNull(provoke(sql).question());
        try (Connection connection = TestPostgres.connect(DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute(question)).isTrue();
            var found = statement.getResultSet();
            int count = 0;
            while (found.next()) {
                count++;
            }
            return count;
        }
    }

    private static void awaitWaitFor(String table) throws SQLException, InterruptedException {
        try (Connection connection = TestPostgres.connect(DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 300; i++) {
                try (var row = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = '"
                        + table + "'::regclass AND mode = 'AccessExclusiveLock'")) {
                    if (row.next() && row.getInt(1) > 0) {
                        return;
                    }
                }
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("nobody waits for " + table);
    }

    private static SQLException refusal(String database) {
        try (Connection connection =
                TestPostgres.connect(TestPostgres.address(database)).getConnection()) {
            throw new IllegalStateException(connection + " should not be there");
        } catch (SQLException e) {
            return e;
        }
    }

    private static Fault refused(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            return Modules.fault(e, sql).orElseThrow();
        }
        throw new IllegalStateException("nothing failed: " + sql);
    }

    private static Fault provoke(String sql) throws SQLException {
        try (Connection connection = TestPostgres.connect(DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            return refused(statement, sql);
        }
    }
}
