/** What is larger than usual works, or ends as not measured: never as passed. */
@NullMarked
package dev.rehearsal.limits;

import org.jspecify.annotations.NullMarked;
