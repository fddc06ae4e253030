/** Folders of plain SQL: their layouts, each as its own tool reads it, and what that tool sends and keeps. */
@NullMarked
package dev.rehearsal.sql;

import org.jspecify.annotations.NullMarked;
