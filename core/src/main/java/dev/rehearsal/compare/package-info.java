/** What a rehearsal found worse than another: slower, longer locked, newly lossy, newly not measured. */
@NullMarked
package dev.rehearsal.compare;

import org.jspecify.annotations.NullMarked;
