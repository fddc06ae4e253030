/**
 * The watching of a migration: what its sessions do, statement by statement, and the looks at them from outside. It asks
 * the engine for what is to be seen, and the runner for whose statement it is.
 */
@NullMarked
package dev.rehearsal.observe;

import org.jspecify.annotations.NullMarked;
