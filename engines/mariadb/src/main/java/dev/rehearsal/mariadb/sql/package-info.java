/** MariaDB's SQL as text: its pieces, and what a statement defines. */
@NullMarked
package dev.rehearsal.mariadb.sql;

import org.jspecify.annotations.NullMarked;
