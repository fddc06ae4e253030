/** The report for programs: the truth that every other tool reads. */
@NullMarked
package dev.rehearsal.report.json;

import org.jspecify.annotations.NullMarked;
