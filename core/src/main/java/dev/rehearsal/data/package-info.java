/** Values: what the tables hold, as counts and hashes, and what was lost between two moments. */
@NullMarked
package dev.rehearsal.data;

import org.jspecify.annotations.NullMarked;
