/** The taking out of rows that stand in a migration's way. */
@NullMarked
package dev.rehearsal.postgres.removal;

import org.jspecify.annotations.NullMarked;
