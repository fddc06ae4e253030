package dev.rehearsal.junit.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpectedTemplatesTest {
    private static final int MANY = 10;

    private final ExpectedTemplates foresight = new ExpectedTemplates();

    @Test
    void a_test_that_runs_alone_pays_for_no_other() {
        foresight.expect(3, 1);
        foresight.expect(4, 1);

        foresight.asks(3);
        assertThat(foresight.next(MANY)).isEmpty();

        foresight.asks(3);
        assertThat(foresight.next(MANY)).hasValue(4);
    }

    @Test
    void the_same_rung_comes_first_then_those_above_then_those_below() {
        foresight.expect(2, 1);
        foresight.expect(5, 3);
        foresight.expect(7, 1);
        foresight.asks(5);
        foresight.asks(5);

        assertThat(foresight.next(MANY)).hasValue(5);
        foresight.made(5);
        assertThat(foresight.next(MANY)).hasValue(7);
        foresight.made(7);
        assertThat(foresight.next(MANY)).hasValue(2);
        foresight.made(2);
        assertThat(foresight.next(MANY)).isEmpty();
    }

    @Test
    void no_more_copies_wait_than_may() {
        foresight.expect(1, MANY);
        foresight.asks(1);
        foresight.asks(1);
        foresight.made(1);
        foresight.made(1);

        assertThat(foresight.next(2)).isEmpty();

        foresight.taken(1);
        foresight.asks(1);
        assertThat(foresight.next(2)).hasValue(1);
    }

    @Test
    void copies_for_tests_that_were_not_run_do_not_stand_in_the_way_of_others() {
        for (int rung = 1; rung <= MANY; rung++) {
            foresight.expect(rung, 1);
        }
        foresight.asks(2);
        foresight.asks(2);
        foresight.made(3);
        foresight.made(4);
        assertThat(foresight.next(2)).isEmpty();

        foresight.asks(5);
        assertThat(foresight.next(2)).hasValue(6);
    }

    @Test
    void a_rung_is_spent_when_each_test_has_its_copy() {
        assertThat(foresight.isSpent(1)).isTrue();
        foresight.expect(1, 2);
        assertThat(foresight.isSpent(1)).isFalse();

        foresight.asks(1);
        assertThat(foresight.isSpent(1)).isFalse();
        foresight.made(1);
        assertThat(foresight.isSpent(1)).isTrue();
    }
}
