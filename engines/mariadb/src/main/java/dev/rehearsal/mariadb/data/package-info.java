/** The comparing of rows, column by column, by the server itself. */
@NullMarked
package dev.rehearsal.mariadb.data;

import org.jspecify.annotations.NullMarked;
