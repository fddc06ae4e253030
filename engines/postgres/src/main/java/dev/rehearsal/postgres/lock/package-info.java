/** The lock modes of PostgreSQL's tables. */
@NullMarked
package dev.rehearsal.postgres.lock;

import org.jspecify.annotations.NullMarked;
