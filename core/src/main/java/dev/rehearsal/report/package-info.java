/** Reports: a result in, text out; no database, no clock. */
@NullMarked
package dev.rehearsal.report;

import org.jspecify.annotations.NullMarked;
