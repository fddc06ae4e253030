/** Where a clean database comes from: providers start a server, or reach a disposable one, and close it after use. */
@NullMarked
package dev.rehearsal.database;

import org.jspecify.annotations.NullMarked;
