/** Writes into a PostgreSQL database as the new version of an application would, and looks what is left of it later. */
@NullMarked
package dev.rehearsal.postgres.use;

import org.jspecify.annotations.NullMarked;
