/** How tables are filled: in which order, with how many rows, and of what, as formulas that each engine writes in its SQL. */
@NullMarked
package dev.rehearsal.seeding;

import org.jspecify.annotations.NullMarked;
