package dev.rehearsal.postgres.watch;

import java.util.List;

/**
 * One look at the server. Instants are of {@link System#nanoTime()}.
 *
 * @param before right before the server was asked
 * @param after right after it had answered
 * @param wal the position in the write-ahead log, in bytes
 * @param boundary whether it was made between two statements of the migration
 * @param rows the locks of the migrating sessions
 */
record Sample(long before, long after, long wal, boolean boundary, List<LockRow> rows) {}
