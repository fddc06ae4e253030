/** Sign-offs, on a desk with a clock of its own. */
@NullMarked
package dev.rehearsal.approval;

import org.jspecify.annotations.NullMarked;
