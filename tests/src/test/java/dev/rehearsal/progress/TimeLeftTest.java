package dev.rehearsal.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final TimeLeft left = new TimeLeft(now::get);

    @Test
    void is_told_from_the_fourth_step_on() {
        for (int done = 0; done < 3; done++) {
            assertThat(left.before(done, 20)).isEmpty();
            now.addAndGet(TimeUnit.SECONDS.toNanos(2));
        }
        assertThat(left.before(3, 20)).isEqualTo(" (about 34 s left)");
    }

    @Test
    void is_told_in_minutes_where_it_is_long() {
        left.before(0, 300);
        now.addAndGet(TimeUnit.SECONDS.toNanos(300));

        assertThat(left.before(100, 300)).isEqualTo(" (about 10 min left)");
    }

    @Test
    void is_never_nothing_as_long_as_a_step_is_left() {
        left.before(0, 5);

        assertThat(left.before(4, 5)).isEqualTo(" (about 1 s left)");
    }
}
