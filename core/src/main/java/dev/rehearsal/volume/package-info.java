/** Values: how many rows each table has and how its columns are distributed. */
@NullMarked
package dev.rehearsal.volume;

import org.jspecify.annotations.NullMarked;
