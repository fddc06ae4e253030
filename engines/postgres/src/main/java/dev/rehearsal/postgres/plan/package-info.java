/** What a migration plan asks of PostgreSQL before, after and later. */
@NullMarked
package dev.rehearsal.postgres.plan;

import org.jspecify.annotations.NullMarked;
