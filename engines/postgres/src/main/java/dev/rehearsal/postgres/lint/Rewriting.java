package dev.rehearsal.postgres.lint;

/** VACUUM FULL, CLUSTER and their like. */
final class Rewriting extends PatternGuess {
    Rewriting() {
        super(
                "(?:VACUUM (?:\\( (?:.*[, ])?FULL\\b[^)]*\\) |FULL (?:FREEZE )?(?:VERBOSE )?(?:ANALYZE )?)|CLUSTER (?:VERBOSE )?|ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(?=NAME SET (?:LOGGED|UNLOGGED|TABLESPACE|ACCESS METHOD)))(?<table>NAME)\\b",
                "%s would be written anew under ACCESS EXCLUSIVE.");
    }

    @Override
    public String rule() {
        return "table-rewritten";
    }

    @Override
    public String remedy() {
        return "Do it outside a migration, with a tool that works online.";
    }
}
