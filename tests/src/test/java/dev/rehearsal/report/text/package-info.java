/** Tests of this form of the report. */
@NullMarked
package dev.rehearsal.report.text;

import org.jspecify.annotations.NullMarked;
