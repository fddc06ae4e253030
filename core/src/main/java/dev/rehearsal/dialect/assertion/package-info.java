/** What an assertion of a test can ask of a database, and what it gets: values and questions, no SQL of an engine. */
@NullMarked
package dev.rehearsal.dialect.assertion;

import org.jspecify.annotations.NullMarked;
