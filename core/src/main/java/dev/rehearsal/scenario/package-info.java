/** What is rehearsed of a migration: a stage in, facts out. */
@NullMarked
package dev.rehearsal.scenario;

import org.jspecify.annotations.NullMarked;
