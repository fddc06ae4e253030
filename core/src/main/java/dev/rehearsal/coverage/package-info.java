/** Which migrations have a test of their own: read from the compiled tests, of which none is loaded. */
@NullMarked
package dev.rehearsal.coverage;

import org.jspecify.annotations.NullMarked;
