/** A real PostgreSQL unpacked from a jar and started on this machine; needs no Docker. */
@NullMarked
package dev.rehearsal.provider.embedded;

import org.jspecify.annotations.NullMarked;
