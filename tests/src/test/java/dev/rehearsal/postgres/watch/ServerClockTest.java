package dev.rehearsal.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServerClockTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ServerClock clock = new ServerClock();

    @Test
    void the_answers_that_were_fastest_on_their_way_count() {
        clock.told(1_000_000, 5 * SECOND - 200_000, 5 * SECOND + 300_000);
        clock.told(1_100_000, 5 * SECOND + 100_000_000 - 500_000, 5 * SECOND + 100_000_000 + 40_000);
        clock.told(1_200_000, 5 * SECOND + 200_000_000 - 60_000, 5 * SECOND + 200_000_000 + 900_000);

        assertThat(clock.notAfter(1_150_000)).isEqualTo(5 * SECOND + 150_000_000 + 40_000);
        assertThat(clock.notBefore(1_150_000)).isEqualTo(5 * SECOND + 150_000_000 - 60_000);
    }

    @Test
    void clocks_drift_so_old_answers_do_not_count() {
        clock.told(1_000_000, 5 * SECOND, 5 * SECOND);
        clock.told(4_000_000, 8 * SECOND - 900, 8 * SECOND + 700);

        assertThat(clock.notAfter(4_000_000)).isEqualTo(8 * SECOND + 700);
        assertThat(clock.notBefore(4_000_000)).isEqualTo(8 * SECOND - 900);
    }
}
