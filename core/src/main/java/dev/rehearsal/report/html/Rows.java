package dev.rehearsal.report.html;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.report.format.Blocks;
import dev.rehearsal.report.format.DurationText;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.result.StatementFacts;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that may be too long for a page.
 *
 * @param <T> what a row shows
 * @param shown the first rows
 * @param more how many there are beyond them
 */
public record Rows<T>(List<T> shown, int more) {
    private static final int MOST = 200;
    private static final int LONGEST_SQL = 1_500;

    static <F, T> Rows<T> of(List<F> facts, Function<F, T> row) {
        return new Rows<>(facts.stream().limit(MOST).map(row).toList(), Math.max(0, facts.size() - MOST));
    }

    static <F, T> @Nullable Rows<T> ofMeasured(@Nullable List<F> facts, Function<F, T> row) {
        return facts == null ? null : of(facts, row);
    }

    private static String line(@Nullable Integer line) {
        return line == null || line < 1 ? "–" : line.toString();
    }

    /**
     * One statement.
     *
     * @param line where it begins
     * @param sql its text
     * @param start when it was sent
     * @param duration until it ended
     * @param wal what the server wrote ahead meanwhile
     * @param rewrites the tables that it wrote anew, and how the server changed them, where it has several ways
     * @param failed whether it failed
     */
    public record StatementRow(
            String line, String sql, String start, String duration, String wal, String rewrites, boolean failed) {
        static StatementRow of(StatementFacts s) {
            return new StatementRow(
                    Rows.line(s.line()),
                    String.join("\n", Plain.lines(Plain.shorten(s.sql(), LONGEST_SQL))),
                    DurationText.format(s.startMs()),
                    DurationText.format(s.durationMs()),
                    s.walBytes() == null ? "not measured" : Sizes.bytes(s.walBytes()),
                    rewrites(s.rewrites()) + (s.algorithm() == null ? "" : " (" + s.algorithm() + ")"),
                    s.failed());
        }

        private static String rewrites(@Nullable List<String> tables) {
            if (tables == null) {
                return "not measured";
            }
            return tables.isEmpty() ? "–" : Plain.line(String.join(", ", tables));
        }
    }

    /**
     * One lock.
     *
     * @param relation on what, and through what
     * @param mode its mode
     * @param blocks what it blocks, in words
     * @param css what it blocks, as a class in the style sheet
     * @param acquired when it was granted
     * @param held for how long
     * @param bound by how much that may be too long
     * @param waited how long the migration waited for it
     * @param line the line of the statement that took it
     * @param seen how it is known
     */
    public record LockRow(
            String relation,
            String mode,
            String blocks,
            String css,
            String acquired,
            String held,
            String bound,
            String waited,
            String line,
            String seen) {
        static LockRow of(HeldLock lock) {
            return new LockRow(
                    Plain.line(lock.relation() + (lock.via() == null ? "" : " via " + lock.via())),
                    lock.mode().words(),
                    lock.createdHere()
                            ? "nothing: made by the migration"
                            : Blocks.of(lock).text(),
                    Lanes.css(Blocks.of(lock)),
                    DurationText.format(lock.acquiredMs()),
                    DurationText.format(lock.heldMs()),
                    DurationText.format(lock.boundMs()),
                    DurationText.format(lock.waitedMs()),
                    Rows.line(lock.line()),
                    seen(lock.seen()));
        }

        private static String seen(HeldLock.Seen seen) {
            return switch (seen) {
                case AT_BOUNDARY -> "at the statement's boundary";
                case BY_POLLING -> "by polling";
                case IN_LOG -> "in the log of what was written";
                case BY_CANARY -> "by a canary that waited";
                case BY_STATEMENT -> "not seen; such a statement takes it";
            };
        }
    }

    /**
     * What one kind of access to one table suffered.
     *
     * @param relation the table
     * @param operation what was tried
     * @param worst the longest wait
     * @param total all waits together
     * @param blocked how many of how many had to wait
     * @param timedOut how many gave up
     * @param line the line of the statement during which the worst began
     */
    public record StallRow(
            String relation, String operation, String worst, String total, String blocked, int timedOut, String line) {
        static StallRow of(Stall s) {
            return new StallRow(
                    Plain.line(s.relation()),
                    s.operation().name(),
                    DurationText.format(s.worstMs()),
                    DurationText.format(s.totalMs()),
                    Sizes.count(s.blocked()) + " of " + Sizes.count(s.attempts()),
                    s.timedOut(),
                    Rows.line(s.line()));
        }
    }
}
