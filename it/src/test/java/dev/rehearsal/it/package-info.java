/** Integration tests: real Maven builds, real Docker, real servers. */
@NullMarked
package dev.rehearsal.it;

import org.jspecify.annotations.NullMarked;
