/** What a database's own statistics tell of its tables, and the volume file that is written of it. No database is asked here. */
@NullMarked
package dev.rehearsal.profile;

import org.jspecify.annotations.NullMarked;
