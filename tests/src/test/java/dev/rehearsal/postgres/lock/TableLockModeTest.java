package dev.rehearsal.postgres.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.lock.LockMode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableLockModeTest {
    @Test
    void conflicts_are_symmetric() {
        for (TableLockMode a : TableLockMode.values()) {
            for (TableLockMode b : TableLockMode.values()) {
                assertThat(a.conflictsWith(b)).as("%s and %s", a, b).isEqualTo(b.conflictsWith(a));
            }
        }
    }

    @Test
    void a_stronger_mode_blocks_all_that_a_weaker_one_blocks_but_for_share_which_is_apart() {
        TableLockMode[] chain = Stream.of(TableLockMode.values())
                .filter(mode -> mode != TableLockMode.SHARE)
                .toArray(TableLockMode[]::new);
        for (int i = 1; i < chain.length; i++) {
            TableLockMode stronger = chain[i];
            TableLockMode weaker = chain[i - 1];
            assertThat(Arrays.stream(TableLockMode.values()).filter(weaker::conflictsWith))
                    .as("%s after %s", stronger, weaker)
                    .allMatch(stronger::conflictsWith);
        }
    }

    @Test
    void only_access_exclusive_blocks_reads() {
        assertThat(Stream.of(TableLockMode.values()).filter(mode -> mode.mode().blocksReads()))
                .containsExactly(TableLockMode.ACCESS_EXCLUSIVE);
    }

    @Test
    void writes_are_blocked_from_share_on_upwards() {
        assertThat(Stream.of(TableLockMode.values()).filter(mode -> mode.mode().blocksWrites()))
                .containsExactly(
                        TableLockMode.SHARE,
                        TableLockMode.SHARE_ROW_EXCLUSIVE,
                        TableLockMode.EXCLUSIVE,
                        TableLockMode.ACCESS_EXCLUSIVE);
    }

    @Test
    void the_ranks_of_readers_and_writers_are_those_that_the_core_knows() {
        assertThat(TableLockMode.ACCESS_SHARE.mode().rank()).isEqualTo(LockMode.READER);
        assertThat(TableLockMode.ROW_EXCLUSIVE.mode().rank()).isEqualTo(LockMode.WRITER);
        assertThat(Stream.of(TableLockMode.values()).map(TableLockMode::mode)).isSorted();
    }

    @ParameterizedTest
    @EnumSource(TableLockMode.class)
    void each_mode_is_found_by_its_name_in_the_catalogue(TableLockMode mode) {
        assertThat(TableLockMode.ofCatalogName(mode.mode().name())).contains(mode.mode());
    }

    @Test
    void a_mode_that_is_not_of_tables_is_not_found() {
        assertThat(TableLockMode.ofCatalogName("SIReadLock")).isEmpty();
    }
}
