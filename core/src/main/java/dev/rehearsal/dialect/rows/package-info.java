/** The comparing of rows that an engine has hashed, the same for all engines. */
@NullMarked
package dev.rehearsal.dialect.rows;

import org.jspecify.annotations.NullMarked;
