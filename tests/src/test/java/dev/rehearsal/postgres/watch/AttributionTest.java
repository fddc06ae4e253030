package dev.rehearsal.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.StatementEffects;
import dev.rehearsal.result.TableUse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionTest {
    private static final String TABLES = """
            CREATE TABLE parent (id bigint PRIMARY KEY, name text);
            CREATE TABLE child (id bigint PRIMARY KEY, parent bigint, note text);
            INSERT INTO parent SELECT g, 'n' || g FROM generate_series(1, 2000) g;
            INSERT INTO child SELECT g, g, 'x' FROM generate_series(1, 2000) g;
            CREATE TABLE history (id int);""";

    private final Rehearsed database = Rehearsed.on(TABLES).attributing();

    @Test
    void each_statement_of_a_transaction_has_its_own_effects() throws SQLException {
        PhaseFacts facts = database.transaction(
                "ALTER TABLE child ADD COLUMN size int NOT NULL DEFAULT 1",
                "CREATE INDEX child_note ON child (note)",
                "SELECT 1",
                "ALTER TABLE child RENAME COLUMN note TO remark");

        assertThat(kinds(facts, 0)).containsExactly(Kind.COLUMN_ADDED);
        assertThat(effect(facts, 0).traits()).containsExactlyInAnyOrder(Trait.REQUIRED, Trait.DEFAULTED);
        assertThat(kinds(facts, 1)).containsExactly(Kind.INDEX_CREATED);
        assertThat(effect(facts, 1).columns()).containsExactly("note");
        assertThat(effect(facts, 1).is(Trait.CONCURRENT)).isFalse();
        assertThat(kinds(facts, 2)).isEmpty();
        assertThat(effect(facts, 3).before()).isEqualTo("note");
        assertThat(effect(facts, 3).after()).isEqualTo("remark");
    }

    @Test
    void what_a_block_executes_is_seen_through() throws SQLException {
        PhaseFacts facts = database.transaction("""
                DO $$ BEGIN EXECUTE 'ALTER TABLE ' || quote_ident('child') || ' DROP COLUMN note';
                TRUNCATE parent; END $$""");

        assertThat(kinds(facts, 0)).containsExactly(Kind.TABLE_EMPTIED, Kind.COLUMN_DROPPED);
    }

    @Test
    void a_constant_default_is_no_rewrite_and_a_volatile_one_is() throws SQLException {
        PhaseFacts facts = database.transaction(
                "ALTER TABLE child ADD COLUMN made timestamptz DEFAULT now()",
                "ALTER TABLE child ADD COLUMN seen timestamptz DEFAULT clock_timestamp()",
                "ALTER TABLE child ALTER COLUMN parent TYPE numeric");

        assertThat(kinds(facts, 0)).containsExactly(Kind.COLUMN_ADDED);
        assertThat(kinds(facts, 1)).containsExactly(Kind.TABLE_REWRITTEN, Kind.COLUMN_ADDED);
        assertThat(kinds(facts, 2)).containsExactly(Kind.TABLE_REWRITTEN, Kind.COLUMN_TYPE_CHANGED);
    }

    @Test
    void a_scan_is_told_from_a_mere_change_of_the_catalogue_inside_and_outside_a_transaction() throws SQLException {
        String[] statements = {
            "ALTER TABLE child ADD CONSTRAINT present CHECK (note IS NOT NULL) NOT VALID",
            "ALTER TABLE child VALIDATE CONSTRAINT present",
            "ALTER TABLE child ALTER COLUMN note SET NOT NULL",
            "ALTER TABLE child ALTER COLUMN parent SET NOT NULL",
            "UPDATE parent SET name = 'm' WHERE id <= 500"
        };
        PhaseFacts inside = database.transaction(statements);
        PhaseFacts outside = Rehearsed.on(TABLES).attributing().autocommit(statements);

        for (PhaseFacts facts : List.of(inside, outside)) {
            assertThat(effect(facts, 0).is(Trait.NOT_VALID)).isTrue();
            assertThat(uses(facts, 0)).isEmpty();
            assertThat(kinds(facts, 1)).containsExactly(Kind.CONSTRAINT_VALIDATED);
            assertThat(uses(facts, 1)).containsExactly(new TableUse("public.child", 2000, 0));
            assertThat(kinds(facts, 2)).containsExactly(Kind.COLUMN_REQUIRED);
            assertThat(effect(facts, 2).is(Trait.PROVEN)).isTrue();
            assertThat(effect(facts, 3).is(Trait.PROVEN)).isFalse();
            assertThat(uses(facts, 2)).isEmpty();
            assertThat(kinds(facts, 3)).containsExactly(Kind.COLUMN_REQUIRED);
            assertThat(uses(facts, 3)).containsExactly(new TableUse("public.child", 2000, 0));
            assertThat(uses(facts, 4)).extracting(TableUse::written).containsExactly(500L);
        }
    }

    @Test
    void an_index_built_concurrently_is_told_from_one_that_was_not() throws SQLException {
        PhaseFacts facts = database.autocommit(
                "CREATE INDEX CONCURRENTLY a ON child (note)",
                "CREATE INDEX b ON child (note)",
                "ALTER TABLE child ADD CONSTRAINT c UNIQUE (parent)",
                "CREATE UNIQUE INDEX CONCURRENTLY d ON child (parent, id)",
                "ALTER TABLE child ADD CONSTRAINT e UNIQUE USING INDEX d");

        assertThat(effect(facts, 0).is(Trait.CONCURRENT)).isTrue();
        assertThat(effect(facts, 1).is(Trait.CONCURRENT)).isFalse();
        assertThat(effect(facts, 1).other()).isEqualTo("a");
        assertThat(kinds(facts, 2)).containsExactly(Kind.INDEX_CREATED, Kind.CONSTRAINT_ADDED);
        assertThat(effect(facts, 2).is(Trait.OF_CONSTRAINT)).isTrue();
        assertThat(kinds(facts, 3)).containsExactly(Kind.INDEX_CREATED);
        assertThat(kinds(facts, 4)).containsExactly(Kind.INDEX_RENAMED, Kind.CONSTRAINT_ADDED);
    }

    @Test
    void a_foreign_key_names_both_tables_and_whether_an_index_serves_it() throws SQLException {
        PhaseFacts facts = database.transaction(
                "ALTER TABLE child ADD CONSTRAINT fk FOREIGN KEY (parent) REFERENCES parent (id)",
                "CREATE INDEX child_parent ON child (parent, id)",
                "ALTER TABLE child ADD CONSTRAINT fk2 FOREIGN KEY (parent) REFERENCES parent (id) NOT VALID");

        assertThat(effect(facts, 0).other()).isEqualTo("public.parent");
        assertThat(effect(facts, 0).traits()).containsExactlyInAnyOrder(Trait.FOREIGN_KEY, Trait.UNINDEXED);
        assertThat(effect(facts, 2).traits()).containsExactlyInAnyOrder(Trait.FOREIGN_KEY, Trait.NOT_VALID);
    }

    @Test
    void java_code_is_attributed_and_the_runners_own_tables_are_not() throws SQLException {
        try (Observation observation = database.begin()) {
            try (Connection connection = observation.migrating().getConnection();
                    Statement statement = connection.createStatement()) {
                observation.events().untold(() -> false);
                connection.setAutoCommit(false);
                statement.execute("DROP TABLE history");
                statement.execute("CREATE TYPE mood AS ENUM ('good')");
                statement.execute("DROP TABLE child");
                connection.commit();
                connection.setAutoCommit(true);
                statement.execute("ALTER TYPE mood ADD VALUE 'bad'");
            }
            PhaseFacts facts = observation.finish();
            assertThat(kinds(facts, 0)).isEmpty();
            assertThat(kinds(facts, 2)).containsExactly(Kind.TABLE_DROPPED);
            assertThat(kinds(facts, 3)).containsExactly(Kind.ENUM_LABEL_ADDED);
        }
    }

    @Test
    void nothing_is_attributed_unless_asked() throws SQLException {
        PhaseFacts facts = Rehearsed.on(TABLES).transaction("ALTER TABLE child ADD COLUMN size int");

        assertThat(facts.statements().get(0).effects()).isNull();
    }

    private static StatementEffects effects(PhaseFacts facts, int statement) {
        StatementEffects effects = facts.statements().get(statement).effects();
        if (effects == null) {
            throw new AssertionError("not attributed: " + facts.notMeasured());
        }
        return effects;
    }

    private static Effect effect(PhaseFacts facts, int statement) {
        return effects(facts, statement).catalogue().get(0);
    }

    private static List<Kind> kinds(PhaseFacts facts, int statement) {
        return effects(facts, statement).catalogue().stream().map(Effect::kind).toList();
    }

    private static List<TableUse> uses(PhaseFacts facts, int statement) {
        List<TableUse> uses = effects(facts, statement).uses();
        if (uses == null) {
            throw new AssertionError("uses were not measured");
        }
        return uses;
    }
}
