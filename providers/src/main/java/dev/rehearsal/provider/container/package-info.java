/** A server in a container, by Testcontainers, after a preflight that says what is missing. */
@NullMarked
package dev.rehearsal.provider.container;

import org.jspecify.annotations.NullMarked;
