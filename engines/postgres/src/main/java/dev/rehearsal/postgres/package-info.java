/** PostgreSQL: every SQL text for it lives here, one method per question. */
@NullMarked
package dev.rehearsal.postgres;

import org.jspecify.annotations.NullMarked;
