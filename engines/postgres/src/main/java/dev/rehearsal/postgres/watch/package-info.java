/** Watches the sessions that migrate a PostgreSQL database: time, locks, waits, write-ahead log, stalls of others. */
@NullMarked
package dev.rehearsal.postgres.watch;

import org.jspecify.annotations.NullMarked;
