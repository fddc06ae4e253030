/** A real PostgreSQL unpacked from a jar and started on this machine; needs no Docker. */
@NullMarked
package dev.rehearsal.database.embedded;

import org.jspecify.annotations.NullMarked;
