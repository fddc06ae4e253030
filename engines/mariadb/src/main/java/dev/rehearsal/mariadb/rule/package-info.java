/** The rules about shapes of MariaDB's SQL. */
@NullMarked
package dev.rehearsal.mariadb.rule;

import org.jspecify.annotations.NullMarked;
