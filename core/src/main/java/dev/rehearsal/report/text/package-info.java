/** The summary in the build log, for a person who waits for the build. */
@NullMarked
package dev.rehearsal.report.text;

import org.jspecify.annotations.NullMarked;
