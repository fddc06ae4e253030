package dev.rehearsal.report.html;

import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.result.PhaseCost;
import dev.rehearsal.result.TableCost;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a phase cost as a whole.
 *
 * @param whole the write-ahead log and temporary files in a sentence
 * @param tables each table; null if not measured
 */
public record CostPart(String whole, @Nullable Rows<CostRow> tables) {
    static @Nullable CostPart of(@Nullable PhaseCost cost) {
        return cost == null
                ? null
                : new CostPart(
                        "Write-ahead log: " + bytes(cost.walBytes()) + parts(cost) + ". Temporary files: "
                                + bytes(cost.tempBytes()) + ".",
                        Rows.ofMeasured(cost.tables(), CostRow::of));
    }

    private static String parts(PhaseCost cost) {
        Boolean accounted = cost.accounted();
        if (accounted == null) {
            return "";
        }
        String parts = Sizes.bytes(Objects.requireNonNull(cost.statementsWalBytes()));
        return accounted
                ? ", " + parts + " of it by statements"
                : ", which is not what its statements add up to (" + parts
                        + "): the figures of single statements are not to be trusted here";
    }

    private static String bytes(@Nullable Long bytes) {
        return bytes == null ? "not measured" : Sizes.bytes(bytes);
    }

    /**
     * One table.
     *
     * @param table its name
     * @param read rows read by sequential scans
     * @param written rows inserted, updated and deleted
     * @param dead by how much its dead rows have grown
     * @param fetched blocks fetched from outside the cache
     * @param cached blocks found in the cache
     * @param size its size before and after
     */
    public record CostRow(
            String table, String read, String written, String dead, String fetched, String cached, String size) {
        static CostRow of(TableCost cost) {
            return new CostRow(
                    Plain.line(cost.table()),
                    Sizes.count(cost.rowsRead()),
                    Sizes.count(cost.rowsWritten()),
                    Sizes.count(cost.deadRows()),
                    Sizes.count(cost.blocksRead()),
                    Sizes.count(cost.blocksHit()),
                    size(cost.bytesBefore(), "new") + " → " + size(cost.bytesAfter(), "gone"));
        }

        private static String size(@Nullable Long bytes, String otherwise) {
            return bytes == null ? otherwise : Sizes.bytes(bytes);
        }
    }
}
