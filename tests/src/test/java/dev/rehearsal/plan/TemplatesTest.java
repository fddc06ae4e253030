package dev.rehearsal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.plan.PlanContent.Sql;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    @Test
    void a_statement_stays_in_its_block_and_hides_nothing() {
        String block = Templates.inert(new Sql("\nSELECT '\u001b[31m', -- \u202Eback\n  '```' # \u0007\n"));

        assertThat(block).isEqualTo("````sql\nSELECT '\uFFFD[31m', -- \uFFFDback\n  '```' # \uFFFD\n````\n");
    }
}
