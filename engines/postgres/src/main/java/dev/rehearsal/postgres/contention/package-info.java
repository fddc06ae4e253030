/** Sessions that stand in a migration's way on PostgreSQL, as an application's would. */
@NullMarked
package dev.rehearsal.postgres.contention;

import org.jspecify.annotations.NullMarked;
