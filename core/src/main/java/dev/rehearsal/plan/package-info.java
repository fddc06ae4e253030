/** The migration plan and the rollback plan, written from what a rehearsal measured. */
@NullMarked
package dev.rehearsal.plan;

import org.jspecify.annotations.NullMarked;
