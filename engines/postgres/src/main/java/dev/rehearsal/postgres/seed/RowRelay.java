package dev.rehearsal.postgres.seed;

import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Passes rows from the session that makes them to the one that writes them, in packets.
 *
 * @param kept keeps them as well; null if they are not kept
 * @param done told from time to time how many rows have passed
 */
record RowRelay(@Nullable KeptRows kept, LongConsumer done) {
    private static final long REPORTED = 250_000;
    private static final int PACKET = 64 * 1024;

    /** Passes all rows on; what is still to come after a failure is read, and goes nowhere. */
    void relay(CopyOut out, CopyIn in) throws SQLException {
        try {
            send(out, in);
        } catch (SQLException e) {
            drain(out, e);
            throw e;
        }
    }

    private void send(CopyOut out, CopyIn in) throws SQLException {
        byte[] packet = new byte[PACKET];
        int filled = 0;
        long rows = 0;
        for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
            if (kept != null) {
                kept.add(row, row.length);
            }
            if (filled + row.length > PACKET) {
                in.writeToCopy(packet, 0, filled);
                filled = 0;
            }
            if (row.length > PACKET) {
                in.writeToCopy(row, 0, row.length);
            } else {
                System.arraycopy(row, 0, packet, filled, row.length);
                filled += row.length;
            }
            if (++rows % REPORTED == 0) {
                done.accept(rows);
            }
        }
        in.writeToCopy(packet, 0, filled);
    }

    /** The driver loses count of the server's answers when it cancels rows that have failed already; it may read them. */
    private static void drain(CopyOut out, SQLException failure) {
        try {
            while (out.isActive() && out.readFromCopy() != null) {}
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
