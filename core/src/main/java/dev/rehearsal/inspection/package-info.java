/** What a migrated database is asked, and what its answers mean when they are held against the rehearsal. */
@NullMarked
package dev.rehearsal.inspection;

import org.jspecify.annotations.NullMarked;
