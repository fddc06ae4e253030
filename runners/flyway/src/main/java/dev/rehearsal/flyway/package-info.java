/** The Flyway runner: reads a project as Flyway does, migrates and undoes one version at a time. */
@NullMarked
package dev.rehearsal.flyway;

import org.jspecify.annotations.NullMarked;
