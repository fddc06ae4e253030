/** Which migrations of a history are rehearsed: all, a range, or what is new since a git ref. */
@NullMarked
package dev.rehearsal.selection;

import org.jspecify.annotations.NullMarked;
