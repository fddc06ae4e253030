/** Ends sessions on PostgreSQL in the middle of their work. */
@NullMarked
package dev.rehearsal.postgres.crash;

import org.jspecify.annotations.NullMarked;
