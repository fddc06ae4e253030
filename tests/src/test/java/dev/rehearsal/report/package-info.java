/** Tests of the reports, and rehearsals made by hand for them. */
@NullMarked
package dev.rehearsal.report;

import org.jspecify.annotations.NullMarked;
