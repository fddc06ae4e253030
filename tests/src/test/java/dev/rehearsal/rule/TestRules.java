package dev.rehearsal.rule;

import dev.rehearsal.postgres.PostgresEngine;

/** The rules for PostgreSQL, as a build has them. */
public final class TestRules {
    /** All of them. */
    public static final Rules POSTGRES = Rules.of(new PostgresEngine().rules(), new PostgresEngine().recipes());

    private TestRules() {}
}
