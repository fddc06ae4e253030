/** Breaks each part that measures, one at a time: the verdict is never PASSED, and the report says what was not measured. */
@NullMarked
package dev.rehearsal.sabotage;

import org.jspecify.annotations.NullMarked;
