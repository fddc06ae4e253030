/** The rules about shapes of PostgreSQL's SQL, and the safe way to do what they speak of. */
@NullMarked
package dev.rehearsal.postgres.rule;

import org.jspecify.annotations.NullMarked;
