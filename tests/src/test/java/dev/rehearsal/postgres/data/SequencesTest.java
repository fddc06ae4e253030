package dev.rehearsal.postgres.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.schema.QualifiedName;
import org.junit.jupiter.api.Test;

class SequencesTest {
    @Test
    void a_sequence_that_stands_lower_went_backwards() throws Exception {
        assertThat(TwoStates.of("CREATE SEQUENCE \"S's\"; SELECT setval('\"S''s\"', 100)")
                        .change("SELECT setval('\"S''s\"', 40)")
                        .told())
                .containsExactly("public.\"S's\" SEQUENCE_BACKWARDS 60");
    }

    @Test
    void a_sequence_that_stands_higher_is_fine() throws Exception {
        assertThat(TwoStates.of("CREATE SEQUENCE s; SELECT setval('s', 100)")
                        .change("SELECT nextval('s')")
                        .told())
                .isEmpty();
    }

    @Test
    void a_sequence_that_was_used_and_starts_again_went_backwards() throws Exception {
        String setup = "CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY);"
                + "INSERT INTO t SELECT FROM generate_series(1, 10); DELETE FROM t";

        assertThat(TwoStates.of(setup).change("ALTER TABLE t ALTER id RESTART").told())
                .containsExactly("public.t_id_seq SEQUENCE_BACKWARDS 10");
        assertThat(TwoStates.of(setup)
                        .change("ALTER TABLE t ALTER id RESTART WITH 11")
                        .told())
                .isEmpty();
    }

    @Test
    void a_sequence_that_counts_down_goes_backwards_when_it_rises() throws Exception {
        String setup = "CREATE SEQUENCE s INCREMENT -1; SELECT setval('s', -50)";

        assertThat(TwoStates.of(setup).change("SELECT setval('s', -60)").told()).isEmpty();
        assertThat(TwoStates.of(setup).change("SELECT setval('s', -20)").told())
                .containsExactly("public.s SEQUENCE_BACKWARDS 30");
    }

    @Test
    void a_sequence_that_is_gone_or_was_never_used_is_no_loss_of_data() throws Exception {
        TwoStates states = TwoStates.of("CREATE SEQUENCE s; SELECT nextval('s'); CREATE SEQUENCE unused");

        assertThat(states.before().sequences()).containsOnlyKeys(new QualifiedName("public", "s"));
        assertThat(states.change("DROP SEQUENCE s, unused").told()).isEmpty();
    }
}
