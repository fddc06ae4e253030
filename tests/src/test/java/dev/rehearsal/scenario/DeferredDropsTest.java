package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeferredDropsTest {
    private final DeferredDrops deferred = new DeferredDrops();
    private final List<String> dropped = new ArrayList<>();

    @Test
    void small_databases_are_kept_until_they_are_many_and_then_dropped_together() {
        for (int i = 1; i < 256; i++) {
            close("d" + i, 2 << 20);
        }
        assertThat(dropped).isEmpty();
        close("d256", 2 << 20);
        assertThat(dropped).hasSize(256).contains("d1", "d256");
        assertThat(deferred.all()).isEmpty();
    }

    @Test
    void what_would_fill_the_disk_is_dropped_at_once_with_what_was_kept() {
        close("small", 2 << 20);
        assertThat(dropped).isEmpty();
        close("large", 2L << 30);
        assertThat(dropped).containsExactly("small", "large");
        close("next", 2 << 20);
        assertThat(dropped).hasSize(2);
    }

    @Test
    void what_would_disturb_is_dropped_with_the_next() {
        deferred.phases().work(() -> close("large", 2L << 30));
        assertThat(dropped).isEmpty();
        close("next", 2 << 20);
        assertThat(dropped).containsExactly("large", "next");
    }

    private void close(String name, long size) {
        deferred.add(name, size, dropped::addAll);
    }
}
