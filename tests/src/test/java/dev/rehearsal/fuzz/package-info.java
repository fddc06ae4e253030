/** Generated migrations with right and wrong undos, of which the truth is known before they are rehearsed. */
@NullMarked
package dev.rehearsal.fuzz;

import org.jspecify.annotations.NullMarked;
