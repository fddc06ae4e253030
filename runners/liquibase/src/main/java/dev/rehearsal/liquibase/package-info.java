/** Liquibase: change sets of SQL, XML, YAML and JSON, one at a time, with Liquibase's own parser and executor. */
@NullMarked
package dev.rehearsal.liquibase;

import org.jspecify.annotations.NullMarked;
