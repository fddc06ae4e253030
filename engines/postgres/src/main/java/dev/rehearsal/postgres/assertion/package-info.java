/** What the assertions of a test ask of a PostgreSQL database. */
@NullMarked
package dev.rehearsal.postgres.assertion;

import org.jspecify.annotations.NullMarked;
