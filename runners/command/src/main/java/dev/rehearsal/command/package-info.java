/** Any command that goes one step up or down: how it is started, watched and held to what it says. */
@NullMarked
package dev.rehearsal.command;

import org.jspecify.annotations.NullMarked;
