/** The table in which a runner keeps what it applied. */
@NullMarked
package dev.rehearsal.postgres.history;

import org.jspecify.annotations.NullMarked;
