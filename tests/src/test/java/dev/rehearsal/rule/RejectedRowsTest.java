package dev.rehearsal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.migration.RunFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RejectedRowsTest {
    @Test
    void the_rows_without_a_value_are_those_where_the_named_column_is_null() {
        assertThat(find(
                        "23502",
                        "column \"note\" of relation \"t\" contains null values",
                        null,
                        "ALTER TABLE t ALTER note SET NOT NULL"))
                .contains("SELECT * FROM public.t WHERE \"note\" IS NULL;");
    }

    @Test
    void the_rows_without_a_parent_are_found_by_the_columns_of_the_statement() {
        assertThat(find(
                        "23503",
                        "insert or update on table \"t\" violates foreign key constraint \"f\"",
                        "Key (a, b)=(1, 2) is not present in table \"p\".",
                        "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a, b) REFERENCES s.p (x, y)"))
                .contains("NOT EXISTS (SELECT FROM s.p AS parent WHERE parent.x = child.a AND parent.y = child.b)");
    }

    @Test
    void the_rows_that_fail_a_check_are_those_that_do_not_meet_its_expression() {
        assertThat(find(
                        "23514",
                        "check constraint \"c\" of relation \"t\" is violated by some row",
                        null,
                        "ALTER TABLE t ADD CONSTRAINT c CHECK (total > 0 AND (note <> ')'))"))
                .contains("SELECT * FROM public.t WHERE NOT (total > 0 AND (note <> ')'));");
    }

    @Test
    void a_statement_that_only_names_the_constraint_has_it_looked_up() {
        assertThat(find(
                        "23514",
                        "check constraint \"c\" of relation \"t\" is violated by some row",
                        null,
                        "ALTER TABLE t VALIDATE CONSTRAINT c"))
                .contains("pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'c';");
    }

    private static String find(String state, String message, @Nullable String detail, String sql) {
        return RejectedRows.find(new RunFailure(message, state, detail, "V2__b.sql", 1, sql), "public.t");
    }
}
