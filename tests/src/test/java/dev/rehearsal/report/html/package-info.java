/** Tests of this form of the report. */
@NullMarked
package dev.rehearsal.report.html;

import org.jspecify.annotations.NullMarked;
