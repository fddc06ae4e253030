/** All that differs between database engines, as one seam. */
@NullMarked
package dev.rehearsal.dialect;

import org.jspecify.annotations.NullMarked;
