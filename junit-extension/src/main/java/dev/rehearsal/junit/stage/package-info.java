/** Stages that the tests of a JVM share: each built once, as a template that every test gets a copy of. */
@NullMarked
package dev.rehearsal.junit.stage;

import org.jspecify.annotations.NullMarked;
