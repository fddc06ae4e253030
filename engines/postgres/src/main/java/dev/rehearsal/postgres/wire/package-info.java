/** PostgreSQL's protocol, spoken between a foreign program and the server. */
@NullMarked
package dev.rehearsal.postgres.wire;

import org.jspecify.annotations.NullMarked;
