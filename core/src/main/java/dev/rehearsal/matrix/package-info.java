/** One history on several servers: what differs between them. */
@org.jspecify.annotations.NullMarked
package dev.rehearsal.matrix;
