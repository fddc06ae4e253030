/** What tests share. */
@NullMarked
package dev.rehearsal.junit.stage;

import org.jspecify.annotations.NullMarked;
