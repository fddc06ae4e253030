/** What a MariaDB's own statistics tell of its tables. */
@NullMarked
package dev.rehearsal.mariadb.profile;

import org.jspecify.annotations.NullMarked;
