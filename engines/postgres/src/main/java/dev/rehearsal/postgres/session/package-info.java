/** What the sessions that migrate say of themselves when they connect. */
@NullMarked
package dev.rehearsal.postgres.session;

import org.jspecify.annotations.NullMarked;
