/** The catalogue of a PostgreSQL, 14 to 18, read as text that is independent of OIDs and of the session. */
@NullMarked
package dev.rehearsal.postgres.catalog;

import org.jspecify.annotations.NullMarked;
