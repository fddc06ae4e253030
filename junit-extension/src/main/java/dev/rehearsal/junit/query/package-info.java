/** What assertions ask a PostgreSQL database, one method per question: every SQL text of this module is here. */
@NullMarked
package dev.rehearsal.junit.query;

import org.jspecify.annotations.NullMarked;
