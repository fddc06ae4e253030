package dev.rehearsal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static Script script(String text) {
        return new Script("V1__x.sql", null, text);
    }
}
