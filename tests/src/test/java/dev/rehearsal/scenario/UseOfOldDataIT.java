package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.UseLoss;
import dev.rehearsal.result.Written.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After the up an application goes on working with what it had before: does the undo leave that alone? */
class UseOfOldDataIT {
    private static final String NOTES =
            "CREATE TABLE notes (id integer PRIMARY KEY, author text NOT NULL, body text, stars integer);";
    private static final String ORDERS = "CREATE TABLE orders (id integer PRIMARY KEY, status text NOT NULL"
            + " CONSTRAINT known CHECK (status IN ('open', 'done')), cents integer NOT NULL);";

    @TempDir
    private Path base;

    @Test
    void an_undo_that_restores_a_copy_loses_rows_and_changes() throws Exception {
        List<UseLoss> losses = losses(
                NOTES,
                "CREATE TABLE notes_backup AS SELECT * FROM notes; UPDATE notes SET body = upper(body);",
                "TRUNCATE notes; INSERT INTO notes SELECT * FROM notes_backup; DROP TABLE notes_backup;");

        assertThat(losses).contains(new UseLoss("public.notes", null, Kind.ROW, 3, false));
        assertThat(losses)
                .filteredOn(loss -> loss.kind() == Kind.CHANGED)
                .extracting(UseLoss::column)
                .contains("author", "stars");
    }

    @Test
    void nor_is_it_hidden_by_rows_that_were_written_into_the_copy() throws Exception {
        List<UseLoss> losses = losses(
                NOTES,
                """
                CREATE TABLE notes_backup (LIKE notes INCLUDING ALL);
                INSERT INTO notes_backup SELECT * FROM notes;
                """,
                "DELETE FROM notes; INSERT INTO notes SELECT * FROM notes_backup; DROP TABLE notes_backup;");

        assertThat(losses).contains(new UseLoss("public.notes", null, Kind.ROW, 3, false));
        assertThat(losses).extracting(UseLoss::kind).contains(Kind.CHANGED);
    }

    @Test
    void rows_without_a_key_are_counted_and_a_copy_does_not_make_up_for_them() throws Exception {
        List<UseLoss> losses = losses(
                "CREATE TABLE log (line text NOT NULL, at timestamptz);",
                """
                CREATE TABLE log_backup (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, line text, at timestamptz);
                INSERT INTO log_backup (line, at) SELECT line, at FROM log;
                """,
                "TRUNCATE log; INSERT INTO log SELECT line, at FROM log_backup; DROP TABLE log_backup;");

        assertThat(losses).contains(new UseLoss("public.log", null, Kind.ROW, 2, false));
    }

    @Test
    void rows_that_refer_to_a_new_list_of_values_are_lost_when_the_undo_deletes_them() throws Exception {
        List<UseLoss> losses = losses(ORDERS, """
                CREATE TABLE statuses (id integer PRIMARY KEY, name text NOT NULL UNIQUE);
                INSERT INTO statuses VALUES (41, 'open'), (42, 'done'), (43, 'parked');
                ALTER TABLE orders ADD COLUMN status_id integer REFERENCES statuses;
                UPDATE orders SET status_id = CASE status WHEN 'open' THEN 41 ELSE 42 END;
                """, """
                DELETE FROM orders WHERE status_id = 43;
                ALTER TABLE orders DROP COLUMN status_id;
                DROP TABLE statuses;
                """);

        assertThat(losses)
                .filteredOn(loss -> loss.relation().equals("public.orders") && loss.kind() == Kind.ROW)
                .singleElement()
                .satisfies(loss -> {
                    assertThat(loss.rows()).isGreaterThanOrEqualTo(3);
                    assertThat(loss.expected()).isFalse();
                });
    }

    @Test
    void a_text_that_a_new_foreign_key_binds_is_lost_when_the_undo_maps_it() throws Exception {
        List<UseLoss> losses = losses(
                "CREATE TABLE orders (id integer PRIMARY KEY, status text NOT NULL CHECK (status <> 'parked'));",
                """
                CREATE TABLE statuses (name text PRIMARY KEY);
                INSERT INTO statuses SELECT 'parked' UNION SELECT status FROM orders;
                ALTER TABLE orders DROP CONSTRAINT orders_status_check,
                  ADD CONSTRAINT one_of FOREIGN KEY (status) REFERENCES statuses;
                """,
                """
                ALTER TABLE orders DROP CONSTRAINT one_of;
                UPDATE orders SET status = 'open' WHERE status = 'parked';
                ALTER TABLE orders ADD CHECK (status <> 'parked');
                DROP TABLE statuses;
                """);

        assertThat(losses)
                .filteredOn(loss -> !loss.expected())
                .extracting(UseLoss::relation, UseLoss::column)
                .containsOnly(tuple("public.orders", "status"));
    }

    @Test
    void each_text_that_a_wider_check_allows_is_tried() throws Exception {
        List<UseLoss> losses = losses(ORDERS, """
                ALTER TABLE orders DROP CONSTRAINT known;
                ALTER TABLE orders ADD CONSTRAINT known CHECK (status IN ('open', 'done', 'parked', 'void', 'late'));
                """, """
                DELETE FROM orders WHERE status = 'late';
                ALTER TABLE orders DROP CONSTRAINT known;
                UPDATE orders SET status = 'open' WHERE status IN ('parked', 'void');
                ALTER TABLE orders ADD CONSTRAINT known CHECK (status IN ('open', 'done'));
                """);

        assertThat(losses).extracting(UseLoss::kind).contains(Kind.CHECK_VIOLATION, Kind.ROW);
        assertThat(losses).extracting(UseLoss::expected).containsOnly(false);
    }

    @Test
    void rows_that_bear_a_new_label_are_lost_when_the_undo_deletes_them() throws Exception {
        List<UseLoss> losses = losses(
                "CREATE TYPE mood AS ENUM ('sad', 'glad'); CREATE TABLE people (id int PRIMARY KEY, mood mood NOT NULL);",
                "ALTER TYPE mood ADD VALUE 'calm';",
                """
                DELETE FROM people WHERE mood::text = 'calm';
                ALTER TYPE mood RENAME TO mood_old;
                CREATE TYPE mood AS ENUM ('sad', 'glad');
                ALTER TABLE people ALTER mood TYPE mood USING mood::text::mood;
                DROP TYPE mood_old;
                """);

        assertThat(losses).singleElement().satisfies(loss -> {
            assertThat(loss.kind()).isEqualTo(Kind.ROW);
            assertThat(loss.expected()).isFalse();
        });
    }

    @Test
    void an_undo_that_takes_back_what_the_up_did_alone_loses_nothing() throws Exception {
        assertThat(warnings(
                        NOTES, "ALTER TABLE notes ADD COLUMN pinned boolean;", "ALTER TABLE notes DROP COLUMN pinned;"))
                .isEmpty();
        assertThat(warnings(NOTES, "CREATE INDEX notes_author ON notes (author);", "DROP INDEX notes_author;"))
                .isEmpty();
        assertThat(
                        warnings(
                                NOTES,
                                "UPDATE notes SET stars = stars * 100 WHERE stars BETWEEN -1000 AND 1000;",
                                "UPDATE notes SET stars = stars / 100 WHERE stars BETWEEN -100000 AND 100000 AND stars % 100 = 0;"))
                .isEmpty();
    }

    @Test
    void an_undo_that_merges_new_columns_into_an_old_one_loses_nothing() throws Exception {
        assertThat(warnings(NOTES, """
                ALTER TABLE notes ADD COLUMN given text, ADD COLUMN family text;
                UPDATE notes SET given = author;
                """, """
                UPDATE notes SET author = concat_ws(' ', given, family);
                ALTER TABLE notes DROP COLUMN given, DROP COLUMN family;
                """)).isEmpty();
    }

    @Test
    void what_a_trigger_sets_is_not_held_against_the_undo() throws Exception {
        assertThat(warnings(NOTES + """
                ALTER TABLE notes ADD COLUMN changed timestamptz NOT NULL DEFAULT 'epoch';
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS
                  $$BEGIN NEW.changed := clock_timestamp(); RETURN NEW; END$$;
                CREATE TRIGGER touch BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
                """, "ALTER TABLE notes ADD COLUMN pinned boolean;", """
                UPDATE notes SET stars = stars WHERE pinned;
                ALTER TABLE notes DROP COLUMN pinned;
                """))
                .isEmpty();
    }

    private List<UseLoss> losses(String first, String up, String down) throws Exception {
        MigrationFacts facts = rehearse(first, up, down);
        assertThat(facts.phases()).allSatisfy(p -> assertThat(p.failure()).isNull());
        return Objects.requireNonNull(Objects.requireNonNull(facts.afterUse()).losses(), () -> "" + facts.afterUse());
    }

    private List<Finding> warnings(String first, String up, String down) throws Exception {
        MigrationFacts facts = rehearse(first, up, down);
        assertThat(Objects.requireNonNull(facts.afterUse()).skipped()).isNull();
        return Play.findings(facts).stream()
                .filter(finding -> finding.rule().contains("after-use") || finding.severity() == Severity.ERROR)
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
    }

    private MigrationFacts rehearse(String first, String up, String down) throws Exception {
        return new Play(base)
                .script("V1__a.sql", first)
                .script("V2__b.sql", up)
                .script("U2__b.sql", down)
                .perform((runner, progress) -> new RollbackAfterUse(runner, Play.VOLUME, progress));
    }
}
