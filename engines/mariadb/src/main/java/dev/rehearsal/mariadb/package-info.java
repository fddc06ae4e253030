/** The engine MariaDB. All of its SQL is here. */
@NullMarked
package dev.rehearsal.mariadb;

import org.jspecify.annotations.NullMarked;
