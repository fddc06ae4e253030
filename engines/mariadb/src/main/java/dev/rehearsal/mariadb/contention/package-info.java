/** Sessions that stand in a migration's way on MariaDB, as an application's would. */
@NullMarked
package dev.rehearsal.mariadb.contention;

import org.jspecify.annotations.NullMarked;
