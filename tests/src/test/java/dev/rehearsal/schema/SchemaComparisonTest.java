package dev.rehearsal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.postgres.catalog.Definitions;
import dev.rehearsal.schema.SchemaDifference.Change;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SchemaComparisonTest {
    private static SchemaSnapshot snapshot(String... typesNamesDefinitions) {
        TreeMap<SchemaObject, Definition> definitions = new TreeMap<>();
        for (int i = 0; i < typesNamesDefinitions.length; i += 3) {
            SchemaObject object = new SchemaObject(typesNamesDefinitions[i], typesNamesDefinitions[i + 1]);
            definitions.put(object, Definitions.of(object, typesNamesDefinitions[i + 2]));
        }
        return SchemaSnapshot.of(definitions);
    }

    private static List<SchemaDifference> compare(SchemaSnapshot before, SchemaSnapshot after) {
        return SchemaComparison.differences(before, after);
    }

    @Test
    void equal_schemas_do_not_differ() {
        SchemaSnapshot schema = snapshot("table", "a.t", "TABLE", "column", "a.t.x", "integer");

        assertThat(compare(schema, schema)).isEmpty();
    }

    @Test
    void an_altered_object_shows_itself_before_and_after() {
        assertThat(compare(snapshot("column", "a.t.x", "integer"), snapshot("column", "a.t.x", "bigint")))
                .containsExactly(new SchemaDifference(
                        new SchemaObject("column", "a.t.x"), Change.ALTERED, "integer", "bigint", false));
    }

    @Test
    void a_constraint_under_another_name_is_one_cosmetic_difference_and_keeps_its_comment() {
        assertThat(compare(
                        snapshot("constraint", "a.t.k", "UNIQUE (x)", "comment on constraint", "a.t.k", "c"),
                        snapshot(
                                "constraint",
                                "a.t.\"K.1\"",
                                "UNIQUE (x)",
                                "comment on constraint",
                                "a.t.\"K.1\"",
                                "c")))
                .containsExactly(new SchemaDifference(
                        new SchemaObject("constraint", "a.t.k"),
                        Change.ALTERED,
                        "a.t.k: UNIQUE (x)",
                        "a.t.\"K.1\": UNIQUE (x)",
                        true));
    }

    @Test
    void a_comment_lost_while_renaming_is_told() {
        assertThat(compare(
                        snapshot("constraint", "a.t.k", "UNIQUE (x)", "comment on constraint", "a.t.k", "c"),
                        snapshot("constraint", "a.t.k1", "UNIQUE (x)")))
                .extracting(difference -> difference.change() + " " + difference.object())
                .containsExactlyInAnyOrder("ALTERED constraint a.t.k", "MISSING comment on constraint a.t.k");
    }

    @Test
    void the_same_constraint_on_another_table_is_another_constraint() {
        assertThat(compare(
                        snapshot("constraint", "a.t.k", "CHECK ((x > 0))"),
                        snapshot("constraint", "a.u.k", "CHECK ((x > 0))")))
                .extracting(SchemaDifference::change)
                .containsExactly(Change.MISSING, Change.EXTRA);
    }

    @Test
    void of_two_like_constraints_of_which_one_vanished_one_is_missing() {
        assertThat(compare(
                        snapshot("constraint", "a.t.k", "UNIQUE (x)", "constraint", "a.t.l", "UNIQUE (x)"),
                        snapshot("constraint", "a.t.m", "UNIQUE (x)")))
                .extracting(difference ->
                        difference.change() + " " + difference.object().name())
                .containsExactly("ALTERED a.t.k", "MISSING a.t.l");
    }

    @Test
    void a_column_that_came_back_elsewhere_is_a_cosmetic_difference_of_the_order() {
        assertThat(compare(snapshot("column order", "a.t", "x\ny\nz"), snapshot("column order", "a.t", "x\nz\ny")))
                .containsExactly(new SchemaDifference(
                        new SchemaObject("column order", "a.t"), Change.ALTERED, "x, y, z", "x, z, y", true));
    }

    @Test
    void a_column_that_is_extra_does_not_change_the_order_of_the_others() {
        assertThat(compare(snapshot("column order", "a.t", "x\ny"), snapshot("column order", "a.t", "x\nnew\ny")))
                .isEmpty();
    }

    @Test
    void what_vanished_with_its_table_is_not_told_again() {
        SchemaSnapshot empty = snapshot();
        SchemaSnapshot table = snapshot(
                "table",
                "a.\"T.x\"",
                "TABLE",
                "owner of table",
                "a.\"T.x\"",
                "postgres",
                "column",
                "a.\"T.x\".id",
                "integer",
                "comment on column",
                "a.\"T.x\".id",
                "c",
                "column order",
                "a.\"T.x\"",
                "id",
                "not null constraint",
                "a.\"T.x\".id",
                "CONSTRAINT x",
                "constraint",
                "a.\"T.x\".k",
                "PRIMARY KEY (id)",
                "comment on constraint",
                "a.\"T.x\".k",
                "c",
                "index",
                "a.i",
                "INDEX ON a.\"T.x\" USING btree (id)",
                "comment on index",
                "a.i",
                "c",
                "sequence",
                "a.s",
                "AS bigint\nOWNED BY a.\"T.x\".id",
                "owner of sequence",
                "a.s",
                "postgres");

        assertThat(compare(table, empty))
                .extracting(difference -> difference.change() + " " + difference.object())
                .containsExactly("MISSING table a.\"T.x\"");
        assertThat(compare(empty, table))
                .extracting(difference -> difference.change() + " " + difference.object())
                .containsExactly("EXTRA table a.\"T.x\"");
    }

    @Test
    void an_index_that_vanished_from_a_table_that_is_left_over_is_told() {
        assertThat(compare(
                        snapshot("index", "a.i", "INDEX ON a.t USING btree (id)"), snapshot("table", "a.t", "TABLE")))
                .hasSize(2);
    }

    @Test
    void what_hangs_on_a_table_is_known_whatever_the_tables_name_holds() {
        String table = "a.\"INDEX ON x USING y\nOWNED BY \"\"b\"\".c.d\"";

        assertThat(compare(
                        snapshot(),
                        snapshot(
                                "table",
                                table,
                                "TABLE",
                                "column",
                                table + ".\"n\n\"",
                                "integer",
                                "index",
                                "a.i",
                                "INDEX ON " + table + " USING btree (x)",
                                "sequence",
                                "a.s",
                                "AS bigint\nOWNED BY " + table + ".\"n\n\"")))
                .extracting(difference -> difference.object().toString())
                .containsExactly("table " + table);
    }

    @Test
    void parentheses_that_mean_nothing_are_no_difference() {
        assertThat(compare(
                        snapshot("constraint", "a.t.k", "CHECK (((x > 0) AND ((y > 0) AND (z > 0))))"),
                        snapshot("constraint", "a.t.k", "CHECK (((x > 0) AND (y > 0) AND (z > 0)))")))
                .isEmpty();
    }
}
