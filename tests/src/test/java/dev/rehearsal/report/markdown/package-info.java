/** Tests of this form of the report. */
@NullMarked
package dev.rehearsal.report.markdown;

import org.jspecify.annotations.NullMarked;
