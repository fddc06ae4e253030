/** The report for a reviewer: one page that needs nothing but a browser. */
@NullMarked
package dev.rehearsal.report.html;

import org.jspecify.annotations.NullMarked;
