/** A rehearsal of the past, read back from its {@code report.json}. */
@NullMarked
package dev.rehearsal.recorded;

import org.jspecify.annotations.NullMarked;
