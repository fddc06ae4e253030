@NullMarked
package dev.rehearsal.postgres.catalog;

import org.jspecify.annotations.NullMarked;
