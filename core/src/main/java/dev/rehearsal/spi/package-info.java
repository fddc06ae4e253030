/** The seams of the house: an engine and a runner are guests, found by {@link java.util.ServiceLoader}. */
@NullMarked
package dev.rehearsal.spi;

import org.jspecify.annotations.NullMarked;
