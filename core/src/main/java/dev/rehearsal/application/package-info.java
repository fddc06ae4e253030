/** The statements of the application that is running while a migration is: read from files, not yet run. */
@NullMarked
package dev.rehearsal.application;

import org.jspecify.annotations.NullMarked;
