/** The filling of PostgreSQL tables: reads what a table demands, and makes the server generate rows that comply. */
@NullMarked
package dev.rehearsal.postgres.seed;

import org.jspecify.annotations.NullMarked;
