/** Sees each batch of a migration on PostgreSQL, ends its session inside of one, and writes beside it. */
@NullMarked
package dev.rehearsal.postgres.backfill;

import org.jspecify.annotations.NullMarked;
