/** The report for a comment on a pull request. */
@NullMarked
package dev.rehearsal.report.markdown;

import org.jspecify.annotations.NullMarked;
