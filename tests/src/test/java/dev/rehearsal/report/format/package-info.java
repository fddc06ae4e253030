/** Tests of this form of the report. */
@NullMarked
package dev.rehearsal.report.format;

import org.jspecify.annotations.NullMarked;
