/** The extension, run by the JUnit Platform's test kit on a real PostgreSQL. */
@NullMarked
package dev.rehearsal.junit;

import org.jspecify.annotations.NullMarked;
