/** Tests of migrations with JUnit: {@link dev.rehearsal.junit.MigrationTest} and the assertions that go with it. */
@NullMarked
package dev.rehearsal.junit;

import org.jspecify.annotations.NullMarked;
