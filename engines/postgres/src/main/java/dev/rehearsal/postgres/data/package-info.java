/** The comparing of what PostgreSQL's tables and sequences hold: hashed on the server, merged here row by row. */
@NullMarked
package dev.rehearsal.postgres.data;

import org.jspecify.annotations.NullMarked;
