/** The Maven plugin: settings in, engine called, verdict out. */
@NullMarked
package dev.rehearsal.maven;

import org.jspecify.annotations.NullMarked;
