/** How PostgreSQL writes names. */
@NullMarked
package dev.rehearsal.postgres.naming;

import org.jspecify.annotations.NullMarked;
