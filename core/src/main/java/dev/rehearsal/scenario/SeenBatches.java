package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Backfills.Ran;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.result.Backfill;
import dev.rehearsal.result.Spread;
import dev.rehearsal.schema.QualifiedName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes of one shape that one session sent to one table in several transactions, or piece by piece in one: batches. They
 * are told by what the server has seen, whoever runs the loop.
 *
 * @param table to which they wrote
 * @param sql what the client had sent
 * @param batches each with its writes, in order
 */
record SeenBatches(QualifiedName table, String sql, List<List<Ran>> batches) {
    /** Fewer rows than this are no work to be cut into batches. */
    private static final long ROWS = 100;

    /** In one transaction only pieces of this size are batches; smaller ones are single rows. */
    private static final int PIECES = 3;

    private static final int ROWS_OF_PIECE = 50;

    SeenBatches {
        batches = batches.stream().map(List::copyOf).toList();
    }

    static List<SeenBatches> of(List<Ran> all) {
        Map<String, List<Ran>> shapes = new LinkedHashMap<>();
        all.stream()
                .filter(ran -> ran.written() > 0)
                .forEach(ran -> shapes.computeIfAbsent(
                                ran.session() + "\n" + ran.table() + "\n" + shape(ran.sql()), key -> new ArrayList<>())
                        .add(ran));
        return shapes.values().stream().flatMap(SeenBatches::batches).toList();
    }

    /** Values are no part of a shape. */
    private static String shape(String sql) {
        return sql.replaceAll("'[^']*'", "?").replaceAll("\\d+", "?");
    }

    private static Stream<SeenBatches> batches(List<Ran> writes) {
        Map<Long, List<Ran>> transactions = new LinkedHashMap<>();
        writes.forEach(ran -> transactions
                .computeIfAbsent(ran.transaction(), key -> new ArrayList<>())
                .add(ran));
        long rows = writes.stream().mapToLong(Ran::written).sum();
        boolean pieces =
                transactions.size() == 1 && writes.size() >= PIECES && rows >= (long) ROWS_OF_PIECE * writes.size();
        if (rows < ROWS || (transactions.size() == 1 && !pieces)) {
            return Stream.empty();
        }
        Collection<List<Ran>> cut = pieces ? writes.stream().map(List::of).toList() : transactions.values();
        return Stream.of(new SeenBatches(writes.get(0).table(), writes.get(0).sql(), List.copyOf(cut)));
    }

    boolean oneTransaction() {
        return batches.get(0).get(0).transaction()
                == batches.get(batches.size() - 1).get(0).transaction();
    }

    /** {@return all its writes, in order} */
    List<Ran> writes() {
        return batches.stream().flatMap(List::stream).toList();
    }

    long rows() {
        return writes().stream().mapToLong(Ran::written).sum();
    }

    static long rows(List<Ran> batch) {
        return batch.stream().mapToLong(Ran::written).sum();
    }

    /**
     * {@return what is told of it}
     *
     * @param script of which it is
     * @param told the script's statements, as the runner told of them
     * @param all what the server saw of the whole run, in order
     * @param tableRows how many rows its table has
     */
    Backfill facts(String script, List<RunStatement> told, List<Ran> all, long tableRows) {
        int line = told.stream()
                .filter(statement -> sql.strip().endsWith(statement.sql().strip()))
                .mapToInt(RunStatement::line)
                .findFirst()
                .orElse(0);
        return new Backfill(
                table.toString(),
                script,
                line,
                batches.size(),
                rows(),
                oneTransaction(),
                Spread.of(batches.stream().map(batch -> (double) rows(batch)).toList()),
                Spread.of(batches.stream().map(SeenBatches::millis).toList()),
                batches.stream()
                        .mapToDouble(batch -> lockedMillis(batch, all))
                        .max()
                        .orElse(0),
                new BatchTrend(all, tableRows).of(batches));
    }

    private static double millis(List<Ran> batch) {
        return between(batch.get(0), batch.get(batch.size() - 1).times().ended());
    }

    private static double between(Ran first, Instant end) {
        return Duration.between(first.times().began(), end).toNanos() / 1e6;
    }

    /** A session's next transaction begins after the one before was committed, and often right then. */
    private static double lockedMillis(List<Ran> batch, List<Ran> all) {
        Ran last = batch.get(batch.size() - 1);
        return all.stream()
                .filter(ran -> ran.session() == last.session() && ran.number() > last.number())
                .filter(ran -> ran.transaction() != last.transaction())
                .findFirst()
                .map(next -> between(batch.get(0), next.times().transaction()))
                .orElse(millis(batch));
    }
}
