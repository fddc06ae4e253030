package dev.rehearsal.flyway;

import dev.rehearsal.migration.RunnerWords;

/** What things are called by the users of Flyway. */
final class FlywayWords {
    static final RunnerWords WORDS = new RunnerWords(
            "Flyway",
            "undo script",
            "executeInTransaction=false",
            "refuses to go on",
            "ignores or refuses the new one",
            "Set flyway.postgresql.transactional.lock=false in the configuration that production uses.",
            "Set flyway.postgresql.transactional.lock=false: then the migration and its row of the history are"
                    + " committed as one.");

    private FlywayWords() {}
}
