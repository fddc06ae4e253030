/** What a project asks for: the keys of rehearsal.yaml and of the build, read and checked in one place. */
@NullMarked
package dev.rehearsal.settings;

import org.jspecify.annotations.NullMarked;
