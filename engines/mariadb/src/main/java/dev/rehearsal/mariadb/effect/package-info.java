/** What each statement does: the catalogue before and after it, how its table was changed, and which rows it read or wrote. */
@NullMarked
package dev.rehearsal.mariadb.effect;

import org.jspecify.annotations.NullMarked;
