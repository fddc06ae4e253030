package dev.rehearsal.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.schema.SchemaObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParenthesesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHECK ((x > 0)) | CHECK (x > 0)",
                "CHECK ((((a > 0) OR ((b > 0) OR (c > 0))))) | CHECK (((a > 0) OR (b > 0) OR (c > 0)))",
                "f((x)) | f(x)"
            })
    void these_mean_the_same(String one, String other) {
        assertThat(sameMeaning("constraint", one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "((a + b) * c) | (a + (b * c))",
                "((a > 0) AND ((b > 0) OR (c > 0))) | ((a > 0) AND (b > 0) OR (c > 0))",
                "f((a, b)) | f(a, b)",
                "(x = '((') | (x = '(')",
                "(x = ')') | (x = '))')",
                "(\"a((\" > 0) | (\"a(\" > 0)"
            })
    void these_do_not(String one, String other) {
        assertThat(sameMeaning("constraint", one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"function", "comment on table", "procedure"})
    void where_text_means_itself_every_parenthesis_counts(String type) {
        assertThat(sameMeaning(type, "((x))", "(x)")).isFalse();
    }

    private static boolean sameMeaning(String type, String one, String other) {
        SchemaObject object = new SchemaObject(type, "a.t.k");
        return Definitions.of(object, one)
                .meaning()
                .equals(Definitions.of(object, other).meaning());
    }
}
