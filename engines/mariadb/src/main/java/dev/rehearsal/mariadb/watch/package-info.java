/** Watches the sessions that migrate a MariaDB database: time, metadata locks, waits, redo, stalls of others. */
@NullMarked
package dev.rehearsal.mariadb.watch;

import org.jspecify.annotations.NullMarked;
