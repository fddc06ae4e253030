/** The file in which a project keeps what it accepts of its old migrations. */
@NullMarked
package dev.rehearsal.baseline;

import org.jspecify.annotations.NullMarked;
