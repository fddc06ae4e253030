package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.UseCheck;
import dev.rehearsal.result.UseLoss;
import dev.rehearsal.result.Written;
import dev.rehearsal.result.Written.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackAfterUseIT {
    private static final String ITEMS = """
            CREATE TABLE items (
              id     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              amount integer NOT NULL,
              code   varchar(10) NOT NULL,
              note   text
            );
            """;

    @TempDir
    private Path base;

    @Test
    void a_bigint_that_goes_back_to_integer_fails_once_it_holds_a_big_value() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS, "ALTER TABLE items ALTER amount TYPE bigint;", "ALTER TABLE items ALTER amount TYPE integer;");

        assertThat(failure(facts))
                .contains("out of range", "values that only the new type holds into public.items.amount");
        assertThat(check(facts).written()).contains(new Written("public.items", "amount", Kind.WIDER_VALUE, 3));
        assertThat(check(facts).losses()).isNull();
        assertThat(facts.phase(Phase.UP_FINAL)).isEmpty();
    }

    @Test
    void a_bigint_that_is_clamped_goes_back_and_is_told_as_a_loss() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS,
                "ALTER TABLE items ALTER amount TYPE bigint;",
                "ALTER TABLE items ALTER amount TYPE integer USING least(amount, 2147483647)::integer;");

        assertRollsBack(facts);
        assertThat(losses(facts)).containsExactly(new UseLoss("public.items", "amount", Kind.WIDER_VALUE, 3, false));
        assertThat(warnings(facts))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("public.items.amount", "3 rows"));
    }

    @Test
    void a_bigint_that_is_kept_aside_loses_nothing() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS + "ALTER TABLE items ADD COLUMN amount_big bigint;",
                "ALTER TABLE items ALTER amount TYPE bigint;",
                """
                UPDATE items SET amount_big = amount WHERE amount > 2147483647;
                ALTER TABLE items ALTER amount TYPE integer USING least(amount, 2147483647)::integer;
                """);

        assertRollsBack(facts);
        assertThat(losses(facts)).isEmpty();
    }

    @Test
    void a_text_that_gets_shorter_fails_once_a_long_one_is_written() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS,
                "ALTER TABLE items ALTER code TYPE varchar(40);",
                "ALTER TABLE items ALTER code TYPE varchar(10);");

        assertThat(failure(facts)).contains("value too long");
    }

    @Test
    void what_a_shorter_text_cuts_off_is_a_loss() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS,
                "ALTER TABLE items ALTER code TYPE varchar(40);",
                "ALTER TABLE items ALTER code TYPE varchar(10) USING left(code, 10);");

        assertRollsBack(facts);
        assertThat(losses(facts)).containsExactly(new UseLoss("public.items", "code", Kind.WIDER_VALUE, 3, false));
    }

    @Test
    void a_numeric_that_loses_its_fraction_does_not_fail_but_loses() throws Exception {
        MigrationFacts facts = rehearse(
                "CREATE TABLE prices (id integer PRIMARY KEY, price numeric(8,2) NOT NULL);",
                "ALTER TABLE prices ALTER price TYPE numeric(10,4);",
                "ALTER TABLE prices ALTER price TYPE numeric(8,2) USING least(price, 999999.99);");

        assertRollsBack(facts);
        assertThat(losses(facts)).extracting(UseLoss::column).containsOnly("price");
        assertThat(warnings(facts)).hasSize(1);
    }

    @Test
    void a_requirement_fails_over_nulls() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS, "ALTER TABLE items ALTER code DROP NOT NULL;", "ALTER TABLE items ALTER code SET NOT NULL;");

        assertThat(failure(facts)).contains("contains null values", "NULLs into public.items.code");
    }

    @Test
    void a_requirement_that_first_fills_the_nulls_returns() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS,
                "ALTER TABLE items ALTER code DROP NOT NULL;",
                "UPDATE items SET code = 'none' WHERE code IS NULL; ALTER TABLE items ALTER code SET NOT NULL;");

        assertRollsBack(facts);
        assertThat(losses(facts)).isEmpty();
    }

    @Test
    void a_unique_constraint_fails_over_duplicates() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS + "ALTER TABLE items ADD CONSTRAINT one_code UNIQUE (code, amount);",
                "ALTER TABLE items DROP CONSTRAINT one_code;",
                "ALTER TABLE items ADD CONSTRAINT one_code UNIQUE (code, amount);");

        assertThat(failure(facts)).contains("could not create unique index", "duplicates into public.items");
    }

    @Test
    void a_unique_constraint_that_first_deletes_duplicates_returns_and_tells_them_lost() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS + "ALTER TABLE items ADD CONSTRAINT one_code UNIQUE (code);",
                "ALTER TABLE items DROP CONSTRAINT one_code;",
                """
                DELETE FROM items a USING items b WHERE a.code = b.code AND a.id > b.id;
                ALTER TABLE items ADD CONSTRAINT one_code UNIQUE (code);
                """);

        assertRollsBack(facts);
        assertThat(losses(facts)).extracting(UseLoss::kind).contains(Kind.DUPLICATE);
        assertThat(warnings(facts)).isNotEmpty();
    }

    @Test
    void a_check_fails_over_what_it_forbids() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS + "ALTER TABLE items ADD CONSTRAINT positive CHECK (amount >= 0);",
                "ALTER TABLE items DROP CONSTRAINT positive;",
                "ALTER TABLE items ADD CONSTRAINT positive CHECK (amount >= 0);");

        assertThat(failure(facts)).contains("violated by some row", "values that a CHECK forbade");
    }

    @Test
    void a_check_that_first_mends_what_it_forbids_returns_and_tells_it_lost() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS + "ALTER TABLE items ADD CONSTRAINT positive CHECK (amount >= 0);",
                "ALTER TABLE items DROP CONSTRAINT positive;",
                "UPDATE items SET amount = 0 WHERE amount < 0;"
                        + "ALTER TABLE items ADD CONSTRAINT positive CHECK (amount >= 0);");

        assertRollsBack(facts);
        assertThat(losses(facts)).extracting(UseLoss::kind).contains(Kind.CHECK_VIOLATION);
    }

    @Test
    void a_status_that_only_the_new_check_knows_fails_and_one_that_is_mapped_is_told() throws Exception {
        String old = "CREATE TABLE jobs (id integer PRIMARY KEY, status text NOT NULL"
                + " CONSTRAINT known CHECK (status IN ('open', 'done')));";
        String up = """
                ALTER TABLE jobs DROP CONSTRAINT known;
                ALTER TABLE jobs ADD CONSTRAINT known CHECK (status IN ('open', 'done', 'parked'));
                """;
        String down = """
                ALTER TABLE jobs DROP CONSTRAINT known;
                ALTER TABLE jobs ADD CONSTRAINT known CHECK (status IN ('open', 'done'));
                """;

        assertThat(failure(rehearse(old, up, down))).contains("violated by some row");

        MigrationFacts mapped = rehearse(
                old,
                up,
                "ALTER TABLE jobs DROP CONSTRAINT known; UPDATE jobs SET status = 'open' WHERE status = 'parked';"
                        + down.lines().skip(1).findFirst().orElseThrow());
        assertRollsBack(mapped);
        assertThat(losses(mapped))
                .containsExactly(new UseLoss("public.jobs", "status", Kind.CHECK_VIOLATION, 3, false));
    }

    @Test
    void a_label_that_goes_by_a_swap_of_types_fails_once_it_is_used_and_may_be_mapped() throws Exception {
        String old =
                "CREATE TYPE mood AS ENUM ('sad', 'glad'); CREATE TABLE people (id int PRIMARY KEY, mood mood NOT NULL);";
        String up = "ALTER TYPE mood ADD VALUE 'calm';";
        String swap = """
                ALTER TYPE mood RENAME TO mood_old;
                CREATE TYPE mood AS ENUM ('sad', 'glad');
                ALTER TABLE people ALTER mood TYPE mood USING %s;
                DROP TYPE mood_old;
                """;

        assertThat(failure(rehearse(old, up, swap.formatted("mood::text::mood"))))
                .contains("invalid input value for enum", "new labels into public.people.mood");

        MigrationFacts mapped = rehearse(
                old, up, swap.formatted("(CASE mood::text WHEN 'calm' THEN 'glad' ELSE mood::text END)::mood"));
        assertRollsBack(mapped);
        assertThat(losses(mapped)).containsExactly(new UseLoss("public.people", "mood", Kind.NEW_LABEL, 3, true));
        assertThat(warnings(mapped)).isEmpty();
    }

    @Test
    void a_foreign_key_fails_over_orphans_and_returns_not_valid() throws Exception {
        String old = """
                CREATE TABLE parents (id integer PRIMARY KEY);
                CREATE TABLE children (id integer PRIMARY KEY, parent integer NOT NULL
                  CONSTRAINT child_of REFERENCES parents);
                """;
        String up = "ALTER TABLE children DROP CONSTRAINT child_of;";
        String down = "ALTER TABLE children ADD CONSTRAINT child_of FOREIGN KEY (parent) REFERENCES parents";

        assertThat(failure(rehearse(old, up, down + ";")))
                .contains("violates foreign key constraint", "references to nothing into public.children.parent");

        MigrationFacts deleting = rehearse(
                old,
                up,
                "DELETE FROM children c WHERE NOT EXISTS (SELECT FROM parents p WHERE p.id = c.parent);" + down + ";");
        assertRollsBack(deleting);
        assertThat(losses(deleting)).extracting(UseLoss::kind).contains(Kind.ORPHAN);
    }

    @Test
    void a_column_that_comes_back_required_fails_over_rows_that_never_had_it() throws Exception {
        String up = """
                CREATE TABLE items_code (id integer PRIMARY KEY, code varchar(10) NOT NULL);
                INSERT INTO items_code SELECT id, code FROM items;
                ALTER TABLE items DROP COLUMN code;
                """;
        String down = """
                ALTER TABLE items ADD COLUMN code varchar(10) %s;
                UPDATE items i SET code = c.code FROM items_code c WHERE c.id = i.id;
                ALTER TABLE items ALTER code SET NOT NULL;
                ALTER TABLE items ALTER code DROP DEFAULT;
                DROP TABLE items_code;
                """;
        String old =
                "CREATE TABLE items (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text, code varchar(10) NOT NULL);";

        assertThat(failure(rehearse(old, up, down.formatted("")))).contains("contains null values");

        MigrationFacts correct = rehearse(old, up, down.formatted("NOT NULL DEFAULT 'unknown'"));
        assertRollsBack(correct);
    }

    @Test
    void a_new_table_goes_with_its_rows_and_that_is_a_fact_but_no_finding() throws Exception {
        MigrationFacts facts = rehearse(ITEMS, """
                CREATE TABLE tags (id integer PRIMARY KEY, name text NOT NULL);
                ALTER TABLE items ADD COLUMN tag integer REFERENCES tags;
                """, "ALTER TABLE items DROP COLUMN tag; DROP TABLE tags;");

        assertRollsBack(facts);
        assertThat(losses(facts)).allSatisfy(loss -> assertThat(loss.expected()).isTrue());
        assertThat(losses(facts)).extracting(UseLoss::relation).contains("public.tags", "public.items");
        assertThat(Play.findings(facts)).extracting(Finding::rule).doesNotContain("data-lost-after-use");
    }

    @Test
    void an_undo_that_demands_an_empty_table_fails_after_use() throws Exception {
        MigrationFacts facts = rehearse(ITEMS, "CREATE TABLE tags (id integer PRIMARY KEY, name text NOT NULL);", """
                DO $$BEGIN
                  IF EXISTS (SELECT FROM tags) THEN RAISE EXCEPTION 'tags is in use'; END IF;
                END$$;
                DROP TABLE tags;
                """);

        assertThat(failure(facts)).contains("tags is in use", "rows in a new table into public.tags");
    }

    @Test
    void a_merge_of_two_columns_that_gets_too_long_fails_after_use() throws Exception {
        MigrationFacts facts =
                rehearse("CREATE TABLE users (id integer PRIMARY KEY, name varchar(20) NOT NULL);", """
                ALTER TABLE users ADD COLUMN suffix varchar(20);
                """, """
                UPDATE users SET name = name || suffix WHERE suffix IS NOT NULL;
                ALTER TABLE users DROP COLUMN suffix;
                """);

        assertThat(failure(facts)).contains("value too long");
    }

    @Test
    void a_merge_of_two_columns_that_is_cut_to_fit_returns() throws Exception {
        MigrationFacts facts =
                rehearse("CREATE TABLE users (id integer PRIMARY KEY, name varchar(20) NOT NULL);", """
                ALTER TABLE users ADD COLUMN suffix varchar(20);
                """, """
                UPDATE users SET name = left(name || suffix, 20) WHERE suffix IS NOT NULL;
                ALTER TABLE users DROP COLUMN suffix;
                """);

        assertRollsBack(facts);
        assertThat(losses(facts)).extracting(UseLoss::column).contains("suffix");
    }

    @Test
    void a_renamed_column_keeps_what_was_written_under_its_new_name() throws Exception {
        MigrationFacts facts =
                rehearse(ITEMS, "ALTER TABLE items RENAME note TO remark;", "ALTER TABLE items RENAME remark TO note;");

        assertRollsBack(facts);
        assertThat(check(facts).written()).extracting(Written::kind).contains(Kind.NEW_COLUMN);
        assertThat(losses(facts)).isEmpty();
    }

    @Test
    void values_that_up_and_down_translate_are_not_taken_for_lost() throws Exception {
        MigrationFacts facts = rehearse(
                "CREATE TABLE prices (id integer PRIMARY KEY, price integer NOT NULL CHECK (price BETWEEN 0 AND 1000));",
                "ALTER TABLE prices DROP CONSTRAINT prices_price_check; UPDATE prices SET price = price * 100;",
                "UPDATE prices SET price = price / 100; ALTER TABLE prices ADD CHECK (price BETWEEN 0 AND 1000) NOT VALID;"
                        + "ALTER TABLE prices DROP CONSTRAINT prices_price_check;"
                        + "ALTER TABLE prices ADD CHECK (price BETWEEN 0 AND 1000);");

        assertThat(failure(facts)).contains("violated by some row");
    }

    @Test
    void ordinary_rows_are_written_where_nothing_is_new() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS + "CREATE UNIQUE INDEX items_code ON items (lower(code));",
                "CREATE INDEX items_note ON items (amount);",
                "DROP INDEX items_note;");

        assertRollsBack(facts);
        assertThat(check(facts).written())
                .containsExactly(
                        new Written("public.items", null, Kind.CHANGED, 5),
                        new Written("public.items", null, Kind.ROW, 3));
        assertThat(check(facts).notWritten()).isEmpty();
        assertThat(losses(facts)).isEmpty();
    }

    @Test
    void an_undo_that_deletes_what_it_does_not_know_loses_rows() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS,
                "CREATE TABLE known (id integer PRIMARY KEY); INSERT INTO known SELECT id FROM items;",
                "DELETE FROM items WHERE id NOT IN (SELECT id FROM known WHERE id < 1000); DROP TABLE known;");

        assertRollsBack(facts);
        assertThat(losses(facts))
                .containsExactlyInAnyOrder(
                        new UseLoss("public.items", null, Kind.ROW, 3, false),
                        new UseLoss("public.known", null, Kind.NEW_TABLE, 63, true));
    }

    @Test
    void without_an_undo_it_is_skipped_and_says_why() throws Exception {
        new Play(base).script("V1__a.sql", ITEMS).script("V2__b.sql", "ALTER TABLE items ADD COLUMN b int;");
        MigrationFacts facts =
                new Play(base).perform((runner, progress) -> new RollbackAfterUse(runner, Play.VOLUME, progress));

        assertThat(check(facts).skipped()).contains("no undo script");
    }

    @Test
    void after_an_undo_that_does_not_restore_it_is_skipped_and_says_why() throws Exception {
        MigrationFacts facts = rehearse(
                ITEMS, "ALTER TABLE items ADD COLUMN b int, ADD COLUMN c int;", "ALTER TABLE items DROP COLUMN b;");

        assertThat(check(facts).skipped()).contains("did not restore");
    }

    private MigrationFacts rehearse(String first, String up, String down) throws Exception {
        return new Play(base)
                .script("V1__a.sql", first)
                .script("V2__b.sql", up)
                .script("U2__b.sql", down)
                .perform((runner, progress) -> new RollbackAfterUse(runner, Play.VOLUME, progress));
    }

    private static UseCheck check(MigrationFacts facts) {
        return Objects.requireNonNull(facts.afterUse());
    }

    private static List<UseLoss> losses(MigrationFacts facts) {
        return Objects.requireNonNull(check(facts).losses());
    }

    private static void assertRollsBack(MigrationFacts facts) {
        assertThat(facts.phases()).extracting(p -> p.phase()).containsExactly(Phase.values());
        assertThat(facts.phases()).allSatisfy(p -> assertThat(p.failure()).isNull());
        assertThat(Play.findings(facts)).extracting(Finding::severity).doesNotContain(Severity.ERROR);
    }

    private static String failure(MigrationFacts facts) {
        assertThat(facts.phase(Phase.DOWN)).get().extracting(p -> p.failure()).isNull();
        return Play.findings(facts).stream()
                .filter(finding -> finding.rule().equals("undo-fails-after-use"))
                .map(Finding::message)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the undo did not fail after use: " + facts.afterUse()));
    }

    private static List<Finding> warnings(MigrationFacts facts) {
        return Play.findings(facts).stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .toList();
    }
}
