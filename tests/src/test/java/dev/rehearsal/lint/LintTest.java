package dev.rehearsal.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Lint;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.spi.ServerPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            index-not-concurrent        | create index on users (email)
            index-not-concurrent        | CREATE UNIQUE INDEX IF NOT EXISTS u ON ONLY "shop" . "users" USING btree (email)
            unique-built-inline         | ALTER TABLE users ADD CONSTRAINT u UNIQUE (email)
            unique-built-inline         | ALTER TABLE ONLY users ADD PRIMARY KEY (id)
            constraint-validated-inline | ALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (u) REFERENCES users (id); CREATE INDEX CONCURRENTLY i ON orders (u)
            constraint-validated-inline | ALTER TABLE orders ADD CHECK (total > 0)
            set-not-null-scans          | ALTER TABLE users ALTER COLUMN email SET NOT NULL
            type-change-rewrites        | ALTER TABLE users ALTER id TYPE bigint
            type-change-rewrites        | ALTER TABLE users ALTER COLUMN id SET DATA TYPE bigint
            volatile-default-rewrites   | ALTER TABLE users ADD token uuid DEFAULT gen_random_uuid()
            volatile-default-rewrites   | ALTER TABLE users ADD COLUMN n bigserial
            volatile-default-rewrites   | ALTER TABLE users ADD l text GENERATED ALWAYS AS (lower(email)) STORED
            table-rewritten             | VACUUM (ANALYZE, FULL) users
            table-rewritten             | CLUSTER users USING users_pkey
            table-rewritten             | ALTER TABLE users SET UNLOGGED
            drop-loses-data             | DROP TABLE IF EXISTS users
            drop-loses-data             | ALTER TABLE users DROP COLUMN email
            drop-loses-data             | TRUNCATE users
            rename-breaks-application   | ALTER TABLE users RENAME COLUMN email TO mail
            rename-breaks-application   | ALTER TABLE users RENAME TO people
            column-required-without-default | ALTER TABLE users ADD COLUMN role text NOT NULL
            column-required-without-default | ALTER TABLE users ADD a int DEFAULT 1, ADD role text NOT NULL
            index-drop-not-concurrent   | DROP INDEX IF EXISTS users_email_idx
            reindex-not-concurrent      | REINDEX TABLE users
            foreign-key-without-index   | CREATE TABLE notes (id bigint PRIMARY KEY, author bigint REFERENCES users (id))
            foreign-key-without-index   | ALTER TABLE notes ADD FOREIGN KEY (a, b) REFERENCES users (a, b) NOT VALID; ALTER TABLE notes VALIDATE CONSTRAINT x
            constraint-not-validated    | ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0) NOT VALID
            """)
    void a_dangerous_shape_is_a_guess_of_its_rule(String rule, String sql) {
        script("V1__step.sql", "\n" + sql + ";\n");

        Finding guess = only(guesses());

        assertThat(guess.rule()).isEqualTo(rule);
        assertThat(guess.severity()).isEqualTo(Severity.WARNING);
        assertThat(guess.line()).isEqualTo(2);
        assertThat(guess.message()).contains("guess").contains("rehearsal proves or clears");
        assertThat(guess.remedy()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CREATE INDEX CONCURRENTLY i ON users (email)
            CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON users (email)
            ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX i
            ALTER TABLE users ALTER COLUMN email DROP NOT NULL
            ALTER TABLE users ALTER COLUMN email SET DEFAULT 'SET NOT NULL'
            ALTER TABLE users ADD COLUMN seen timestamptz DEFAULT now()
            ALTER TABLE users ADD COLUMN role text NOT NULL DEFAULT 'user'
            ALTER TABLE users ADD COLUMN role text
            ALTER TABLE users DROP CONSTRAINT c
            ALTER TABLE users RENAME CONSTRAINT a TO b
            VACUUM users
            -- DROP TABLE users
            /* DROP TABLE users; */ SELECT 1
            INSERT INTO notes VALUES ('DROP TABLE users; ALTER TABLE users RENAME TO x')
            COMMENT ON TABLE users IS $$TRUNCATE users$$
            SELECT e'it''s \\' DROP TABLE users'
            CREATE TABLE t (id int); CREATE INDEX ON t (id); ALTER TABLE t ADD UNIQUE (id); DROP TABLE t
            DROP INDEX CONCURRENTLY IF EXISTS i
            REINDEX (VERBOSE) TABLE CONCURRENTLY users
            CREATE TABLE notes (a bigint REFERENCES users (id), b bigint, PRIMARY KEY (a, b))
            CREATE TABLE notes (a bigint CONSTRAINT f REFERENCES users (id)); CREATE INDEX ON notes USING btree (a DESC, b)
            CREATE INDEX CONCURRENTLY i ON users (email); CREATE INDEX CONCURRENTLY j ON users (lower(email))
            ALTER TABLE users ADD a int; ALTER TABLE users ADD b int; ALTER TABLE ONLY public.users ADD c int
            CREATE TABLE t (id int PRIMARY KEY); ALTER TABLE t ADD a int; ALTER TABLE users ADD a int
            INSERT INTO notes SELECT 1; ALTER TABLE notes ADD b int
            UPDATE users SET role = 'user'
            """)
    void a_harmless_statement_is_no_guess(String sql) {
        script("V1__step.sql", sql + ";\n");

        assertThat(guesses()).isEmpty();
    }

    @Test
    void rows_changed_after_an_alter_table_in_one_transaction_are_a_guess() {
        script("V1__step.sql", "ALTER TABLE users ADD role text;\nUPDATE users SET role = 'user';\n");

        assertThat(only(guesses()).rule()).isEqualTo("backfill-in-ddl-transaction");
    }

    @Test
    void a_constraint_may_be_validated_outside_the_transaction_that_adds_it_and_not_inside() {
        String sql = "ALTER TABLE a ADD CONSTRAINT c CHECK (b > 0) NOT VALID;\nALTER TABLE a VALIDATE CONSTRAINT c;\n";
        script("V1__step.sql", sql);
        assertThat(only(guesses()).rule()).isEqualTo("constraint-validated-inline");
        assertThat(only(guesses()).line()).isEqualTo(2);

        script("V1__step.sql.conf", "executeInTransaction=false");
        assertThat(guesses()).isEmpty();
    }

    @Test
    void what_a_transaction_still_holds_is_a_guess_at_those_who_wait() {
        script("V1__step.sql", "ALTER TABLE a ADD x int;\nALTER TABLE b ADD x int;\nALTER TABLE c ADD x int;\n");
        assertThat(only(guesses()).rule()).isEqualTo("several-tables-locked");
        assertThat(only(guesses()).message()).contains("a would stay locked while b is waited for");

        script("V1__step.sql", "ALTER TABLE a ADD x int;\nINSERT INTO b SELECT * FROM d;\n");
        assertThat(only(guesses()).rule()).isEqualTo("statements-after-exclusive-lock");
        assertThat(only(guesses()).line()).isEqualTo(2);

        script("V1__step.sql.conf", "executeInTransaction=false");
        assertThat(guesses()).isEmpty();
    }

    @Test
    void a_second_index_like_one_of_the_history_is_a_guess_unless_the_first_is_gone() {
        script("V1__step.sql", "CREATE INDEX CONCURRENTLY i ON users (email);\n");
        script("V2__step.sql", "CREATE INDEX CONCURRENTLY j ON public.users USING btree (email);\n");
        assertThat(only(guesses()).rule()).isEqualTo("duplicate-index");
        assertThat(only(guesses()).message()).contains("what index i does");

        script("V2__step.sql", "DROP INDEX CONCURRENTLY i;\nCREATE INDEX CONCURRENTLY j ON users (email);\n");
        assertThat(guesses()).isEmpty();
    }

    @Test
    void an_undo_may_drop_but_not_lock() {
        script("V1__step.sql", "SELECT 1;");
        script("U1__step.sql", "ALTER TABLE users DROP COLUMN role;\nCREATE INDEX ON users (email);\n");

        assertThat(lint().findings()).extracting(Finding::rule).containsExactly("index-not-concurrent");
        assertThat(lint().findings()).extracting(Finding::file).containsExactly("U1__step.sql");
    }

    @Test
    void an_allowed_guess_is_a_note_with_its_reason() {
        script("V1__step.sql", "-- rehearsal: allow drop-loses-data — archived\nDROP TABLE users;\n");

        assertThat(only(guesses()).severity()).isEqualTo(Severity.NOTE);
        assertThat(only(guesses()).message()).contains("archived");
    }

    @Test
    void what_the_files_say_by_themselves_is_said() {
        script("V1__a.sql", "-- rehearsal: allow drop-loses-data\nSELECT 1;");
        script("U3__c.sql", "SELECT 1;");
        script("V2__b.sql", "-- rehearsal: irreversible — nothing to undo\nSELECT 1;");

        assertThat(lint().findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("undo-missing", "exception-without-reason");
        assertThat(lint().ofHistory()).extracting(Finding::rule).containsExactly("undo-without-migration");
    }

    @Test
    void a_runner_that_would_wait_for_itself_is_told() {
        script("V1__a.sql", "CREATE INDEX CONCURRENTLY i ON users (id);");
        script("V1__a.sql.conf", "executeInTransaction=false");

        assertThat(lint().findings()).extracting(Finding::rule).contains("runner-would-hang");
    }

    @Test
    void wanted_headers_are_missed_only_where_they_are_wanted() {
        script("V1__a.sql", "-- Purpose: roles\n-- author: me\n\nSELECT 1;\n-- Issue: 4\n");
        script("U1__a.sql", "SELECT 1;");

        assertThat(lint().findings()).isEmpty();
        assertThat(lint(Map.of("lint.headers", "Purpose,Author,Issue")).findings())
                .extracting(Finding::message)
                .containsExactly("The head of V1__a.sql has no issue.");
    }

    @Test
    void a_script_that_cannot_be_cut_is_no_script_without_findings() {
        script("V1__a.sql", "SELECT '${missing}';");
        script("U1__a.sql", "-- nothing to do\n");

        assertThat(lint().findings()).extracting(Finding::rule).containsExactly("not-measured");
    }

    @Test
    void five_hundred_scripts_take_a_moment() {
        String sql = """
                CREATE TABLE t%d (id bigint PRIMARY KEY, note text DEFAULT 'x');
                CREATE INDEX ON users (email);
                ALTER TABLE orders ADD COLUMN c%d text NOT NULL;
                """;
        String padding = "INSERT INTO notes VALUES ('a line of data that is long enough to be read');\n".repeat(3);
        for (int i = 1; i <= 250; i++) {
            script("V" + i + "__step.sql", sql.formatted(i, i) + padding);
            script("U" + i + "__step.sql", "DROP TABLE t" + i + ";\nALTER TABLE orders DROP COLUMN c" + i + ";\n");
        }

        long start = System.nanoTime();
        long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        LintResult result = lint();
        System.out.printf(
                "lint of %d scripts took %d ms, %d ms of them on a processor%n",
                result.scripts().size(),
                (System.nanoTime() - start) / 1_000_000,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy) / 1_000_000);

        assertThat(result.scripts()).hasSize(500);
        assertThat(result.findings().stream().collect(Collectors.groupingBy(Finding::rule, Collectors.counting())))
                .isEqualTo(Map.of("index-not-concurrent", 250L, "column-required-without-default", 250L));
    }

    private List<Finding> guesses() {
        return lint().findings().stream()
                .filter(finding -> !finding.rule().equals("undo-missing"))
                .filter(finding -> !finding.rule().equals("runner-would-hang"))
                .toList();
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private LintResult lint() {
        return lint(Map.of());
    }

    private LintResult lint(Map<String, String> settings) {
        return Lint.of(new RehearsalProject(
                root,
                Settings.of(settings, "test"),
                Map.of("flyway.locations", "filesystem:sql"),
                getClass().getClassLoader(),
                ServerPrograms.of(getClass().getClassLoader())));
    }

    private void script(String name, String text) {
        try {
            Files.createDirectories(root.resolve("sql"));
            Files.writeString(root.resolve("sql").resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
