/** Judgement: one class per rule; facts in, findings out; no I/O. */
@NullMarked
package dev.rehearsal.rule;

import org.jspecify.annotations.NullMarked;
