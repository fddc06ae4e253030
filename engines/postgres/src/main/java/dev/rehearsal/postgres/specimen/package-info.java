/** What is made on a PostgreSQL so that whatever measures must see it; its SQL stands in the resources of this name. */
@NullMarked
package dev.rehearsal.postgres.specimen;

import org.jspecify.annotations.NullMarked;
