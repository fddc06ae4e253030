/** What the errors of a PostgreSQL server mean. */
@NullMarked
package dev.rehearsal.postgres.error;

import org.jspecify.annotations.NullMarked;
