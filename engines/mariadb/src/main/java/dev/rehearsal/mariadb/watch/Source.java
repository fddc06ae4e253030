package dev.rehearsal.mariadb.watch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the server tells of metadata locks: its performance schema, which knows who waits, and its plugin, if it has that,
 * which knows what is really held. Not safe for use by several threads.
 */
final class Source {
    private static final String OURS = "SELECT THREAD_ID FROM performance_schema.threads WHERE PROCESSLIST_ID = ?";
    private static final String ASKED = "SELECT OWNER_THREAD_ID, OBJECT_SCHEMA, OBJECT_NAME, LOCK_TYPE,"
            + " LOCK_STATUS = 'PENDING' FROM performance_schema.metadata_locks WHERE OBJECT_TYPE = 'TABLE'"
            + " AND OBJECT_SCHEMA NOT IN ('mysql', 'performance_schema', 'information_schema', 'sys')"
            + " AND OBJECT_NAME NOT LIKE '#sql%'";
    private static final String HELD =
            "SELECT THREAD_ID, TABLE_SCHEMA, TABLE_NAME, LOCK_MODE FROM information_schema.METADATA_LOCK_INFO"
                    + " WHERE LOCK_TYPE = 'Table metadata lock' AND TABLE_SCHEMA <> 'mysql' AND TABLE_NAME NOT LIKE '#sql%'";

    private final boolean told;
    private final PreparedStatement ours;
    private final PreparedStatement asked;
    private final @Nullable PreparedStatement held;
    private final Map<Long, Long> threads = new HashMap<>();

    Source(Connection connection) throws SQLException {
        ours = connection.prepareStatement(OURS);
        asked = connection.prepareStatement(ASKED);
        ServerTells tells = ServerTells.of(connection);
        told = tells.asked();
        held = tells.heldLocks() ? connection.prepareStatement(HELD) : null;
    }

    /** {@return what is to be seen of each table that one of these sessions has locked, or waits for} */
    Collection<OnTable> now(List<Long> sessions) throws SQLException {
        if (!told && held == null) {
            throw new SQLException(
                    "the server tells of no metadata lock; it does with performance_schema = ON, and whoever"
                            + " waits is told by canaries alone");
        }
        Map<Long, Long> migrating = new HashMap<>();
        for (Long session : sessions) {
            Long thread = thread(session);
            if (thread != null) {
                migrating.put(thread, session);
            }
        }
        Map<String, OnTable> tables = new LinkedHashMap<>();
        if (held != null) {
            held(held, sessions, tables);
        }
        try (ResultSet row = asked.executeQuery()) {
            while (row.next()) {
                Optional<MetadataLockMode> mode = MetadataLockMode.of(row.getString(4));
                boolean pending = row.getBoolean(5);
                Long session = migrating.get(row.getLong(1));
                if (mode.isPresent() && (held == null || pending)) {
                    OnTable table = table(tables, row);
                    if (session == null) {
                        table.other(mode.get(), pending);
                    } else {
                        table.migrating(session, mode.get(), pending);
                    }
                }
            }
        }
        return tables.values();
    }

    private void held(PreparedStatement question, List<Long> sessions, Map<String, OnTable> tables)
            throws SQLException {
        try (ResultSet row = question.executeQuery()) {
            while (row.next()) {
                Optional<MetadataLockMode> mode = MetadataLockMode.of(row.getString(4));
                if (mode.isPresent() && sessions.contains(row.getLong(1))) {
                    table(tables, row).migrating(row.getLong(1), mode.get(), false);
                }
            }
        }
    }

    private OnTable table(Map<String, OnTable> tables, ResultSet row) throws SQLException {
        String schema = row.getString(2);
        String name = row.getString(3);
        return tables.computeIfAbsent(schema + '\0' + name, place -> new OnTable(schema, name, held != null));
    }

    /** {@return the number of a session's thread; null if the session is gone} */
    @Nullable
    Long thread(long session) throws SQLException {
        Long known = threads.get(session);
        if (known != null) {
            return known;
        }
        ours.setLong(1, session);
        try (ResultSet row = ours.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            threads.put(session, row.getLong(1));
            return row.getLong(1);
        }
    }
}
