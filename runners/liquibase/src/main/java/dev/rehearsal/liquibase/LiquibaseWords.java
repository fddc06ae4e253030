package dev.rehearsal.liquibase;

import dev.rehearsal.migration.RunnerWords;

/** What things are called by the users of Liquibase. */
final class LiquibaseWords {
    static final RunnerWords WORDS = new RunnerWords(
            "Liquibase",
            "rollback",
            "runInTransaction=false",
            "refuses to go on, since its checksum is another",
            "applies the new one after it, so in another order than here",
            "Let Liquibase hold no transaction open while it migrates.",
            "Liquibase commits a change set and its row of the history apart: guard the change set with a precondition that"
                    + " sees whether it was applied, and onFail=MARK_RAN.",
            "change set",
            "rollback",
            "does not notice, and what it has made stays, which no new database has");

    private LiquibaseWords() {}
}
