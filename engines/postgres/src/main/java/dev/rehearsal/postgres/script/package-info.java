/** Texts of several statements: cut as the server cuts them, and sent as one message. */
@NullMarked
package dev.rehearsal.postgres.script;

import org.jspecify.annotations.NullMarked;
