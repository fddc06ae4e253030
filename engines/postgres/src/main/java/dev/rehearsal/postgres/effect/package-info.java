/** What a statement has done to a PostgreSQL database, asked in the session that ran it: only there is it visible yet. */
@NullMarked
package dev.rehearsal.postgres.effect;

import org.jspecify.annotations.NullMarked;
