/** The filling of MariaDB's tables: what its types hold, and the SQL that plans are written in. */
@NullMarked
package dev.rehearsal.mariadb.seed;

import org.jspecify.annotations.NullMarked;
