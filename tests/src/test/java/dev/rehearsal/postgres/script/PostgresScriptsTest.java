package dev.rehearsal.postgres.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Scripts.Control;
import dev.rehearsal.dialect.Scripts.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresScriptsTest {
    @Test
    void a_text_is_cut_at_semicolons_that_stand_in_nothing() {
        assertThat(sql("""
                -- a; comment
                SELECT ';', E'\\';', ";", U&';' ; /* ; /* ; */ ; */
                ;;
                SELECT $$ ; $$, $a$ ; $$ ; $a$, a$b;
                CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2);
                SELECT 'it''s; one' -- at the end"""))
                .containsExactly(
                        "SELECT ';', E'\\';', \";\", U&';'",
                        "SELECT $$ ; $$, $a$ ; $$ ; $a$, a$b",
                        "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)",
                        "SELECT 'it''s; one' -- at the end");
    }

    @Test
    void the_body_of_a_routine_is_not_cut() {
        assertThat(sql("""
                CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC
                  SELECT 1;
                  SELECT CASE WHEN true THEN 1 ELSE 2 END;
                END;
                SELECT 2;
                """)).hasSize(2);
    }

    @Test
    void a_literal_of_a_megabyte_is_no_trouble() {
        assertThat(sql("SELECT '" + "it''s ".repeat(200_000) + "'; SELECT 2")).hasSize(2);
    }

    @Test
    void what_never_ends_ends_with_the_text() {
        assertThat(sql("SELECT 'a; b")).hasSize(1);
        assertThat(sql("SELECT $x$ a; b")).hasSize(1);
        assertThat(sql("SELECT 1 /* a; b")).hasSize(1);
    }

    @Test
    void what_begins_and_ends_transactions_is_known() {
        assertThat(parts(
                        "BEGIN; SELECT 1; ROLLBACK TO SAVEPOINT a; ROLLBACK WORK TO a; COMMIT; START TRANSACTION; END"))
                .extracting(Part::control)
                .containsExactly(
                        Control.BEGINS,
                        Control.NONE,
                        Control.NONE,
                        Control.NONE,
                        Control.ENDS,
                        Control.BEGINS,
                        Control.ENDS);
    }

    @Test
    void a_statement_begins_after_the_comments_before_it() {
        assertThat(parts("-- a\n\n/* b */ SELECT 1; SELECT 2"))
                .extracting(Part::offset)
                .containsExactly(14, 24);
    }

    private static List<Part> parts(String text) {
        return new PostgresScripts().parts(text);
    }

    private static List<String> sql(String text) {
        return parts(text).stream().map(Part::sql).toList();
    }
}
