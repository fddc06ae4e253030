package dev.rehearsal.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a whole phase cost, the runner's own part included. What a server tells only once a transaction has ended cannot
 * be told statement by statement; it stands here.
 *
 * @param walBytes write-ahead log that the server wrote meanwhile; null if not measured
 * @param statementsWalBytes the part of it that statements wrote; null if that of any statement was not measured
 * @param tempBytes temporary files of sorts and hashes that did not fit into memory; null if not measured
 * @param tables each table that was read, written or changed in size; null if not measured
 */
public record PhaseCost(
        @Nullable Long walBytes,
        @Nullable Long statementsWalBytes,
        @Nullable Long tempBytes,
        @Nullable List<TableCost> tables) {
    private static final long SLACK_BYTES = 1 << 20;
    private static final double SLACK = 0.1;

    public PhaseCost {
        tables = tables == null ? null : List.copyOf(tables);
    }

    /**
     * {@return whether the statements' parts add up to the whole, but for one MiB and a tenth, which the runner's own
     * writes and commits may take; null if either was not measured}
     */
    public @Nullable Boolean accounted() {
        if (walBytes == null || statementsWalBytes == null) {
            return null;
        }
        long rest = walBytes - statementsWalBytes;
        return rest >= 0 && rest <= SLACK_BYTES + walBytes * SLACK;
    }
}
