/** What all reports share: their seam, what is worth showing first, and how numbers and foreign text are written. */
@NullMarked
package dev.rehearsal.report.format;

import org.jspecify.annotations.NullMarked;
