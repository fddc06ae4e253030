/** Values: the catalogue of a database at a moment, and how two of them differ. */
@NullMarked
package dev.rehearsal.schema;

import org.jspecify.annotations.NullMarked;
