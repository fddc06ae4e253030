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
            assertThat(left.line(done, 20, "step")).isEqualTo("[%d/20] step", done + 1);
            now.addAndGet(TimeUnit.SECONDS.toNanos(2));
        }
        assertThat(left.line(3, 20, "step")).isEqualTo("[4/20] step (about 34 s left)");
    }

    @Test
    void is_told_in_minutes_where_it_is_long() {
        left.line(0, 300, "step");
        now.addAndGet(TimeUnit.SECONDS.toNanos(300));

        assertThat(left.line(100, 300, "step")).isEqualTo("[101/300] step (about 10 min left)");
    }

    @Test
    void is_never_nothing_as_long_as_a_step_is_left() {
        left.line(0, 5, "step");

        assertThat(left.line(4, 5, "step")).isEqualTo("[5/5] step (about 1 s left)");
    }
}
