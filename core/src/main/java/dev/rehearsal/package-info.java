/** The rehearsal of a list of migrations: options in, report out; wires the packages below. */
@NullMarked
package dev.rehearsal;

import org.jspecify.annotations.NullMarked;
