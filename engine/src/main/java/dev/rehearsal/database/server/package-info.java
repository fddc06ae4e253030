/** A disposable server that is already running; only databases of our own name are ever created or dropped. */
@NullMarked
package dev.rehearsal.database.server;

import org.jspecify.annotations.NullMarked;
