package dev.rehearsal.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockModeTest {
    @Test
    void conflicts_are_symmetric() {
        for (LockMode a : LockMode.values()) {
            for (LockMode b : LockMode.values()) {
                assertThat(a.conflictsWith(b)).as("%s and %s", a, b).isEqualTo(b.conflictsWith(a));
            }
        }
    }

    @Test
    void a_stronger_mode_blocks_all_that_a_weaker_one_blocks_but_for_share_which_is_apart() {
        LockMode[] chain = Stream.of(LockMode.values())
                .filter(mode -> mode != LockMode.SHARE)
                .toArray(LockMode[]::new);
        for (int i = 1; i < chain.length; i++) {
            LockMode stronger = chain[i];
            LockMode weaker = chain[i - 1];
            assertThat(Arrays.stream(LockMode.values()).filter(weaker::conflictsWith))
                    .as("%s after %s", stronger, weaker)
                    .allMatch(stronger::conflictsWith);
        }
    }

    @Test
    void only_access_exclusive_blocks_reads() {
        assertThat(Stream.of(LockMode.values()).filter(LockMode::blocksReads))
                .containsExactly(LockMode.ACCESS_EXCLUSIVE);
    }

    @Test
    void writes_are_blocked_from_share_on_upwards() {
        assertThat(Stream.of(LockMode.values()).filter(LockMode::blocksWrites))
                .containsExactly(
                        LockMode.SHARE, LockMode.SHARE_ROW_EXCLUSIVE, LockMode.EXCLUSIVE, LockMode.ACCESS_EXCLUSIVE);
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void each_mode_is_found_by_its_name_in_the_catalogue(LockMode mode) {
        assertThat(LockMode.ofCatalogName(mode.catalogName())).contains(mode);
    }

    @Test
    void a_mode_that_is_not_of_tables_is_not_found() {
        assertThat(LockMode.ofCatalogName("SIReadLock")).isEmpty();
    }
}
