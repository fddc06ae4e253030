/** The running of an application's own statements on PostgreSQL, at rest and beside a migration. */
@NullMarked
package dev.rehearsal.postgres.application;

import org.jspecify.annotations.NullMarked;
