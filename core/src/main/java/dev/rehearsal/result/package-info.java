/** What was measured and what was judged of it: immutable records, the content of the report. */
@NullMarked
package dev.rehearsal.result;

import org.jspecify.annotations.NullMarked;
