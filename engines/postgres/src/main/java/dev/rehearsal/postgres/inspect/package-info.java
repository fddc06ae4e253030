/** The SQL that asks a PostgreSQL which is not ours; each question reads, and takes no lock above ACCESS SHARE. */
@NullMarked
package dev.rehearsal.postgres.inspect;

import org.jspecify.annotations.NullMarked;
