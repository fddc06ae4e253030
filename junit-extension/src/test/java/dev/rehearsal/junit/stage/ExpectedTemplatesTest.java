package dev.rehearsal.junit.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpectedTemplatesTest {
    private static final int MANY = 10;

    private final ExpectedTemplates expected = new ExpectedTemplates();

    @Test
    void a_test_that_runs_alone_pays_for_no_other() {
        expected.expect(3, 1);
        expected.expect(4, 1);

        expected.asks(3);
        assertThat(expected.next(MANY)).isEmpty();

        expected.asks(3);
        assertThat(expected.next(MANY)).hasValue(4);
    }

    @Test
    void the_same_template_comes_first_then_those_above_then_those_below() {
        expected.expect(2, 1);
        expected.expect(5, 3);
        expected.expect(7, 1);
        expected.asks(5);
        expected.asks(5);

        assertThat(expected.next(MANY)).hasValue(5);
        expected.made(5);
        assertThat(expected.next(MANY)).hasValue(7);
        expected.made(7);
        assertThat(expected.next(MANY)).hasValue(2);
        expected.made(2);
        assertThat(expected.next(MANY)).isEmpty();
    }

    @Test
    void no_more_copies_wait_than_may() {
        expected.expect(1, MANY);
        expected.asks(1);
        expected.asks(1);
        expected.made(1);
        expected.made(1);

        assertThat(expected.next(2)).isEmpty();

        expected.taken(1);
        expected.asks(1);
        assertThat(expected.next(2)).hasValue(1);
    }

    @Test
    void copies_for_tests_that_were_not_run_do_not_stand_in_the_way_of_others() {
        for (int position = 1; position <= MANY; position++) {
            expected.expect(position, 1);
        }
        expected.asks(2);
        expected.asks(2);
        expected.made(3);
        expected.made(4);
        assertThat(expected.next(2)).isEmpty();

        expected.asks(5);
        assertThat(expected.next(2)).hasValue(6);
    }

    @Test
    void a_template_is_spent_when_each_test_has_its_copy() {
        assertThat(expected.isSpent(1)).isTrue();
        expected.expect(1, 2);
        assertThat(expected.isSpent(1)).isFalse();

        expected.asks(1);
        assertThat(expected.isSpent(1)).isFalse();
        expected.made(1);
        assertThat(expected.isSpent(1)).isTrue();
    }
}
