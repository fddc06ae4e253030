/** Tests of one history on several servers. */
@org.jspecify.annotations.NullMarked
package dev.rehearsal.matrix;
