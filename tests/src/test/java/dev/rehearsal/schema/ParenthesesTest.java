package dev.rehearsal.schema;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(Parentheses.sameExpression("constraint", one, other)).isTrue();
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
        assertThat(Parentheses.sameExpression("constraint", one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"function", "comment on table", "procedure"})
    void where_text_means_itself_every_parenthesis_counts(String type) {
        assertThat(Parentheses.sameExpression(type, "((x))", "(x)")).isFalse();
    }
}
