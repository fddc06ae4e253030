/** Values: lock modes, locks held, stalls of readers and writers. */
@NullMarked
package dev.rehearsal.lock;

import org.jspecify.annotations.NullMarked;
