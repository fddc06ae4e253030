/** What there is to run: migrations, their scripts, and the seam to the runner that applies and undoes them. */
@NullMarked
package dev.rehearsal.migration;

import org.jspecify.annotations.NullMarked;
