/** What the driver knows of a session. */
@NullMarked
package dev.rehearsal.postgres.session;

import org.jspecify.annotations.NullMarked;
