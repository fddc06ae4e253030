@NullMarked
package dev.rehearsal.schema;

import org.jspecify.annotations.NullMarked;
