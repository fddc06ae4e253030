/** A PostgreSQL server's write-ahead log: having it written out, and reading it. */
@NullMarked
package dev.rehearsal.postgres.wal;

import org.jspecify.annotations.NullMarked;
