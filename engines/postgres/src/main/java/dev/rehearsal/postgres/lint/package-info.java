/** What lint guesses of PostgreSQL's SQL without running it. */
@NullMarked
package dev.rehearsal.postgres.lint;

import org.jspecify.annotations.NullMarked;
