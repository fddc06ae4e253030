package dev.rehearsal.postgres.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresDataComparisonTest {
    private static final String USERS = """
            CREATE TABLE users (id int PRIMARY KEY, email text, age int);
            INSERT INTO users SELECT i, 'u' || i, i FROM generate_series(1, 100) i;
            """;

    @Test
    void lost_rows_and_changed_values_are_counted_and_their_keys_shown() throws Exception {
        TwoStates states = TwoStates.of(USERS)
                .change("UPDATE users SET email = NULL WHERE id IN (7, 9); DELETE FROM users WHERE id = 3");

        assertThat(states.told())
                .containsExactly("public.users ROWS_LOST 1 [id=3]", "public.users.email VALUES_CHANGED 2 [id=7, id=9]");
    }

    @Test
    void at_most_five_keys_are_shown() throws Exception {
        TwoStates states = TwoStates.of(USERS).change("INSERT INTO users SELECT generate_series(101, 160)");

        assertThat(states.told())
                .containsExactly("public.users ROWS_LEFT_OVER 60 [id=101, id=102, id=103, id=104, id=105]");
    }

    @Test
    void equal_contents_have_equal_fingerprints_and_no_losses() throws Exception {
        TwoStates states = TwoStates.of(USERS);

        assertThat(states.after()).isEqualTo(states.before());
        assertThat(states.told()).isEmpty();
    }

    @Test
    void a_rewrite_another_order_of_rows_or_columns_and_a_new_column_or_table_are_no_loss() throws Exception {
        TwoStates states = TwoStates.of(USERS).change("""
                        CREATE TABLE copy (age int, id int PRIMARY KEY, extra text DEFAULT 'x', email text);
                        INSERT INTO copy (id, email, age) SELECT id, email, age FROM users ORDER BY id DESC;
                        DROP TABLE users;
                        ALTER TABLE copy RENAME TO users;
                        CREATE TABLE another AS SELECT 1
                        """);

        assertThat(states.told()).isEmpty();
    }

    @Test
    void a_type_that_holds_the_same_values_is_no_loss() throws Exception {
        TwoStates states = TwoStates.of("""
                        CREATE TABLE t (id int PRIMARY KEY, a int, b text, c int, d varchar(9), e uuid);
                        INSERT INTO t SELECT i, -i, i::text, i, i::text, md5(i::text)::uuid FROM generate_series(1, 50) i;
                        CREATE TABLE keyless AS TABLE t
                        """).change("""
                        ALTER TABLE t ALTER id TYPE bigint, ALTER a TYPE bigint, ALTER b TYPE varchar(9),
                            ALTER c TYPE numeric, ALTER d TYPE text, ALTER e TYPE text;
                        ALTER TABLE keyless ALTER id TYPE numeric, ALTER a TYPE bigint, ALTER e TYPE text;
                        """);

        assertThat(states.told()).isEmpty();
    }

    @Test
    void what_the_detour_over_another_type_cut_off_is_seen() throws Exception {
        TwoStates states = TwoStates.of("""
                        CREATE TABLE t (id int PRIMARY KEY, price numeric, at timestamptz, note text);
                        INSERT INTO t VALUES (1, 1.005, '2020-01-01 10:00Z', 'long text'), (2, 1, '2020-01-01Z', 'short')
                        """).change("""
                        ALTER TABLE t ALTER price TYPE int, ALTER at TYPE date, ALTER note TYPE varchar(5) USING left(note, 5);
                        ALTER TABLE t ALTER price TYPE numeric, ALTER at TYPE timestamptz USING at::timestamp AT TIME ZONE 'UTC',
                            ALTER note TYPE text
                        """);

        assertThat(states.told())
                .containsExactly(
                        "public.t.price VALUES_CHANGED 1 [id=1]",
                        "public.t.at VALUES_CHANGED 1 [id=1]",
                        "public.t.note VALUES_CHANGED 1 [id=1]");
    }

    @Test
    void a_lost_column_tells_how_many_values_it_held_and_an_empty_one_is_no_loss() throws Exception {
        TwoStates states = TwoStates.of(
                        USERS + "ALTER TABLE users ADD blank text; UPDATE users SET age = NULL WHERE id < 41")
                .change("ALTER TABLE users DROP age, DROP blank; UPDATE users SET email = '' WHERE id = 50");

        assertThat(states.told())
                .containsExactly("public.users.age RELATION_GONE 60", "public.users.email VALUES_CHANGED 1 [id=50]");
    }

    @Test
    void a_lost_table_tells_how_many_rows_it_held() throws Exception {
        TwoStates states = TwoStates.of(USERS + "CREATE TABLE void (id int)").change("DROP TABLE users, void");

        assertThat(states.told()).containsExactly("public.users RELATION_GONE 100");
    }

    @Test
    void a_table_that_was_emptied_or_filled_is_counted() throws Exception {
        TwoStates states = TwoStates.of(USERS + "CREATE TABLE void (id int PRIMARY KEY); CREATE TABLE none ()")
                .change("TRUNCATE users; INSERT INTO void VALUES (1); INSERT INTO none DEFAULT VALUES");

        assertThat(states.told())
                .containsExactly(
                        "public.\"none\" ROWS_LEFT_OVER 1",
                        "public.users ROWS_LOST 100 [id=1, id=2, id=3, id=4, id=5]",
                        "public.void ROWS_LEFT_OVER 1 [id=1]");
    }

    @Test
    void an_ignored_table_is_not_read() throws Exception {
        TwoStates states = TwoStates.of(USERS + "CREATE TABLE history (id int)");
        QualifiedName history = new QualifiedName("public", "history");

        assertThat(new PostgresDataComparison()
                        .fingerprint(TestPostgres.connect(states.afterAddress()), Set.of(history))
                        .tables())
                .containsOnlyKeys(new QualifiedName("public", "users"));
    }

    @Test
    void many_tables_are_read_over_several_connections() throws Exception {
        TwoStates states =
                TwoStates.of("""
                        DO $$ BEGIN FOR t IN 1..5 LOOP
                            EXECUTE format('CREATE TABLE t%s AS SELECT i, repeat(''x'', 400) AS v FROM generate_series(1, 20000) i', t);
                        END LOOP; END $$;
                        """).change("DELETE FROM t1 WHERE i < 11; UPDATE t5 SET v = 'y' WHERE i = 20000");

        assertThat(states.told()).containsExactly("public.t1 ROWS_LOST 10", "public.t5.v VALUES_CHANGED 1");
    }

    @Test
    void reading_that_does_not_end_is_given_up_and_says_which_table() {
        TwoStates states = TwoStates.of("""
                CREATE TABLE big (i int, slow text GENERATED ALWAYS AS (md5(repeat(i::text, 4000000))) VIRTUAL);
                INSERT INTO big SELECT 100000 + i FROM generate_series(1, 10000) i
                """);
        PostgresDataComparison impatient = new PostgresDataComparison(1, Duration.ofSeconds(2));

        assertThatThrownBy(() -> impatient.fingerprint(TestPostgres.connect(states.afterAddress()), Set.of()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("public.big could not be read")
                .hasMessageContaining("statement timeout");
    }

    @Test
    void a_catalogue_that_cannot_be_read_in_time_is_told_from_a_table() throws Exception {
        TwoStates states = TwoStates.of("CREATE TABLE locked (i int)");
        DataSource database = TestPostgres.connect(states.afterAddress());
        PostgresDataComparison impatient = new PostgresDataComparison(1, Duration.ofMillis(200));

        try (Connection owner = database.getConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("LOCK TABLE locked");

            assertThatThrownBy(() -> impatient.fingerprint(database, Set.of()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Which tables hold data could not be read")
                    .hasMessageContaining("statement timeout");
        }
    }
}
