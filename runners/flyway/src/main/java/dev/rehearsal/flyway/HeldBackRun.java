package dev.rehearsal.flyway;

import dev.rehearsal.flyway.HeldBack.Held;
import dev.rehearsal.flyway.HistoryTable.Row;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Runs repeatable scripts that were held back, one after the other, and takes them back: Flyway runs the old text, as it
 * would after a revert; then the history forgets both runs.
 */
final class HeldBackRun {
    private final HeldBack held;
    private final List<ScannedFile> repeatables;
    private final UpRun forth;
    private final UpRun back;

    /**
     * Makes one.
     *
     * @param held which
     * @param repeatables all there are, with their new text
     * @param forth runs the new texts
     * @param back runs the old ones, perhaps at the same time
     */
    HeldBackRun(HeldBack held, List<ScannedFile> repeatables, UpRun forth, UpRun back) {
        this.held = held;
        this.repeatables = repeatables;
        this.forth = forth;
        this.back = back;
    }

    @Nullable
    RunFailure up(DataSource database, Migration migration, RunEvents events) {
        int index = held.indexOf(migration);
        return forth.again(database, held.scripts().get(index).now(), held.seen(repeatables, index + 1), events);
    }

    @Nullable
    RunFailure down(DataSource database, Migration migration, RunEvents events) {
        int index = held.indexOf(migration);
        Held one = held.scripts().get(index);
        ScannedFile before = one.before();
        if (before == null) {
            throw new IllegalArgumentException(migration.version() + " has no text before this one");
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            List<Row> rows = rows(connection, before);
            RunFailure failure = back.again(database, before, held.seen(repeatables, index), events);
            if (failure == null) {
                back.table().remove(connection, runs(rows, rows(connection, before)));
            }
            return failure;
        } catch (SQLException e) {
            throw new FlywayException(
                    "Cannot correct " + back.table().name() + " after a way back: " + e.getMessage(), e);
        }
    }

    RunState state(DataSource database, Migration migration) {
        int index = held.indexOf(migration);
        return forth.state(database, held.scripts().get(index).now(), held.seen(repeatables, index + 1));
    }

    ScannedFile file(Migration migration) {
        return held.scripts().get(held.indexOf(migration)).now();
    }

    private List<Row> rows(Connection connection, ScannedFile file) throws SQLException {
        return back.table().rows(connection).stream()
                .filter(row -> row.version() == null && row.script().equals(file.historyName()))
                .toList();
    }

    /** {@return the keys of the last run before, which was that of the new text, and of all after it} */
    private static List<Integer> runs(List<Row> before, List<Row> now) {
        int last = before.isEmpty() ? 0 : before.get(before.size() - 1).rank();
        List<Integer> ranks = new ArrayList<>();
        now.stream().map(Row::rank).filter(rank -> rank >= last).forEach(ranks::add);
        return ranks;
    }
}
