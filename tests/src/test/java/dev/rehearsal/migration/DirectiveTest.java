package dev.rehearsal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectiveTest {
    @Test
    void an_exception_names_its_rule_its_reason_and_its_line() {
        Script script = script("SELECT 1;\n-- rehearsal: allow lock-too-long — maintenance window, 3 a.m.\n");

        assertThat(Directive.of(script))
                .containsExactly(new Directive("lock-too-long", "maintenance window, 3 a.m.", "V1__x.sql", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- rehearsal: irreversible — archived in S3",
                "-- rehearsal: irreversible - archived in S3",
                "-- rehearsal: irreversible -- archived in S3",
                "  --rehearsal: irreversible : archived in S3"
            })
    void any_dash_stands_before_the_reason(String line) {
        assertThat(Directive.of(script(line)))
                .singleElement()
                .satisfies(directive -> assertThat(directive.rule()).isEqualTo(Directive.IRREVERSIBLE))
                .satisfies(directive -> assertThat(directive.reason()).isEqualTo("archived in S3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-- rehearsal: irreversible", "-- rehearsal: irreversible —", "-- rehearsal: irreversible —   "})
    void an_exception_may_lack_its_reason_and_then_it_has_none(String line) {
        assertThat(Directive.of(script(line)))
                .singleElement()
                .satisfies(directive -> assertThat(directive.reason()).isNull());
    }

    @Test
    void a_comment_about_rehearsals_is_no_exception() {
        assertThat(Directive.of(script("-- The rehearsal takes long.\nSELECT '-- rehearsal' AS x;")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "UNIQUE (email) on users — why | UNIQUE (email) on users",
                "unique (a, \"B\") on s.users - on users — why | UNIQUE (a, \"B\") on s.users",
                "CHECK (a <> 'sits on x — y') on users — it's so | CHECK (a <> 'sits on x — y') on users",
                "CHECK (\"odd on x — y\" > 0 OR (a > 1)) on \"t(\" — why | CHECK (\"odd on x — y\" > 0 OR (a > 1)) on \"t(\"",
                "UNIQUE (lower(a)) NULLS NOT DISTINCT WHERE b > 0 on users — why | UNIQUE (lower(a)) NULLS NOT DISTINCT WHERE b > 0 on users",
                "NOT NULL (a, b) on users — why | NOT NULL (a, b) on users",
                "a NOT NULL on users — why | NOT NULL (a) on users",
                "NOT NULL on users (a) — why | NOT NULL (a) on users",
                "CHECK (a - b > 0 AND c <> ')') on users — why | CHECK (a - b > 0 AND c <> ')') on users",
                "(a) REFERENCES s.t (id) on users — why | (a) REFERENCES s.t (id) on users",
                "FOREIGN KEY (a, b) REFERENCES t on users — why | (a, b) REFERENCES t on users",
                "REFERENCES t (id) on users (a) — why | (a) REFERENCES t (id) on users"
            })
    void an_assumption_is_a_constraint_and_its_table(String line, String words) {
        assertThat(read(line)).singleElement().satisfies(assumption -> {
            assertThat(assumption.words()).isEqualTo(words);
            assertThat(assumption.line()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNIQUE email on users — why",
                "UNIQUE (email) — why",
                "UNIQUE (email) of users — why",
                "REFERENCES t (id) on users — why",
                "CHECK (a > 0 on users — why",
                "UNIQUE (email); DROP TABLE users on users — why",
                "EXCLUDE (a WITH =) on users — why",
                "UNIQUE (email) on users"
            })
    void an_assumption_that_cannot_be_read_or_weighed_is_none_and_still_a_directive(String line) {
        assertThat(read(line)).isEmpty();
        assertThat(Directive.of(script("-- rehearsal: assume " + line)))
                .singleElement()
                .satisfies(directive -> assertThat(directive.claim()).isNotNull());
    }

    private static List<Assumption> read(String line) {
        Migration migration =
                new Migration("1", "x", Migration.Kind.SQL, script("-- rehearsal: assume " + line), null, true);
        return Assumption.of(new MigrationHistory(List.of(migration), List.of(), List.of()));
    }

    private static Script script(String text) {
        return new Script("V1__x.sql", null, text);
    }
}
