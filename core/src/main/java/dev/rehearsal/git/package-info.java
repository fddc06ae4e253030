/** What a project's repository knows of its files. */
@NullMarked
package dev.rehearsal.git;

import org.jspecify.annotations.NullMarked;
