/** Tests of this form of the report. */
@NullMarked
package dev.rehearsal.report.ci;

import org.jspecify.annotations.NullMarked;
