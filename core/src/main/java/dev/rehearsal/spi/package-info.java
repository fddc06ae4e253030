/** What a module of an engine or of a runner implements; found by {@link java.util.ServiceLoader}. */
@NullMarked
package dev.rehearsal.spi;

import org.jspecify.annotations.NullMarked;
