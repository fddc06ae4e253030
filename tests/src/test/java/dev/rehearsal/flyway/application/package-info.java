/** Java migrations that want the application: Flyway passes them over in silence. */
@NullMarked
package dev.rehearsal.flyway.application;

import org.jspecify.annotations.NullMarked;
