/** Telling a person who waits what is being done. */
@NullMarked
package dev.rehearsal.progress;

import org.jspecify.annotations.NullMarked;
