/** Sign-offs: what people approved of a rehearsal, and whether it still holds. */
@NullMarked
package dev.rehearsal.approval;

import org.jspecify.annotations.NullMarked;
