/** What can be told of a history without running it: facts of its files, and guesses at what its statements would do. */
@NullMarked
package dev.rehearsal.lint;

import org.jspecify.annotations.NullMarked;
