/** Tests of this form of the report. */
@NullMarked
package dev.rehearsal.report.json;

import org.jspecify.annotations.NullMarked;
