package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetiredTest {
    private final Retired retired = new Retired();

    @Test
    void small_databases_are_kept_until_they_are_many_and_then_dropped_together() {
        for (int i = 1; i < 128; i++) {
            assertThat(retired.add("d" + i, 2 << 20)).isEmpty();
        }
        assertThat(retired.add("d128", 2 << 20)).hasSize(128).contains("d1", "d128");
        assertThat(retired.all()).isEmpty();
    }

    @Test
    void what_would_fill_the_disk_is_dropped_at_once_with_what_was_kept() {
        assertThat(retired.add("small", 2 << 20)).isEmpty();
        assertThat(retired.add("large", 2L << 30)).containsExactly("small", "large");
        assertThat(retired.add("next", 2 << 20)).isEmpty();
    }
}
