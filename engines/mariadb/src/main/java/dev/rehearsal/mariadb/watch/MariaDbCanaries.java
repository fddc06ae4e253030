package dev.rehearsal.mariadb.watch;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.observe.Access;
import dev.rehearsal.observe.CanaryView;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What canaries send. A write asks for what an INSERT, UPDATE or DELETE asks for, on its table alone: a {@code DELETE … WHERE
 * false} would also wait for the tables of foreign keys and triggers, whose own canaries tell of them. Neither begins a
 * transaction, fires a trigger or touches a row.
 */
final class MariaDbCanaries implements CanaryView {
    /** Whoever holds nothing while it waits is in no deadlock; this is for how soon it is seen to have been stopped. */
    private static final int LONGEST_MS = 200;

    private static final Set<Integer> WAITED = Set.of(1205, 1213, 1317, 1969);
    private static final Set<Integer> NOT_THERE = Set.of(1049, 1146, 1412, 1684);

    private final DatabaseAddress address;

    MariaDbCanaries(DatabaseAddress address) {
        this.address = address;
    }

    @Override
    public int longestMs(Connection connection) {
        return LONGEST_MS;
    }

    @Override
    public DataSource source(int milliseconds, Access access) {
        return WatchConnections.canary(address, milliseconds);
    }

    @Override
    public String sql(Access access, QualifiedName table) {
        String read = "SELECT 1 FROM " + Names.quoted(table) + " WHERE false";
        return access == Access.READ ? read : read + " FOR UPDATE";
    }

    @Override
    public Answer answer(SQLException failure) {
        if (WAITED.contains(failure.getErrorCode())) {
            return Answer.GAVE_UP;
        }
        return NOT_THERE.contains(failure.getErrorCode()) ? Answer.NO_TABLE : Answer.FAILED;
    }
}
