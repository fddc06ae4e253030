/** The reports of all samples, kept without what differs from run to run, so that two versions of us can be compared. */
@NullMarked
package dev.rehearsal.it.kept;

import org.jspecify.annotations.NullMarked;
