package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeferredDropsTest {
    private final DeferredDrops retired = new DeferredDrops();
    private final List<String> dropped = new ArrayList<>();

    @Test
    void small_databases_are_kept_until_they_are_many_and_then_dropped_together() {
        for (int i = 1; i < 256; i++) {
            retire("d" + i, 2 << 20);
        }
        assertThat(dropped).isEmpty();
        retire("d256", 2 << 20);
        assertThat(dropped).hasSize(256).contains("d1", "d256");
        assertThat(retired.all()).isEmpty();
    }

    @Test
    void what_would_fill_the_disk_is_dropped_at_once_with_what_was_kept() {
        retire("small", 2 << 20);
        assertThat(dropped).isEmpty();
        retire("large", 2L << 30);
        assertThat(dropped).containsExactly("small", "large");
        retire("next", 2 << 20);
        assertThat(dropped).hasSize(2);
    }

    @Test
    void what_would_disturb_is_dropped_with_the_next() {
        retired.quiet().work(() -> retire("large", 2L << 30));
        assertThat(dropped).isEmpty();
        retire("next", 2 << 20);
        assertThat(dropped).containsExactly("large", "next");
    }

    private void retire(String name, long size) {
        retired.add(name, size, dropped::addAll);
    }
}
