/** Ends sessions of MariaDB at a chosen moment of a migration. */
@NullMarked
package dev.rehearsal.mariadb.crash;

import org.jspecify.annotations.NullMarked;
