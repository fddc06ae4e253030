/** A disposable server that is already running; only databases of our own name are ever created or dropped. */
@NullMarked
package dev.rehearsal.provider.server;

import org.jspecify.annotations.NullMarked;
