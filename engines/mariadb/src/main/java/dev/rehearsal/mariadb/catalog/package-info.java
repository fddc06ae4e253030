/** The reading of MariaDB's catalogue: what SHOW CREATE and information_schema tell. */
@NullMarked
package dev.rehearsal.mariadb.catalog;

import org.jspecify.annotations.NullMarked;
