package dev.rehearsal.postgres.lint;

/** CREATE INDEX without CONCURRENTLY. */
final class BlockingIndex extends PatternGuess {
    BlockingIndex() {
        super(
                "CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY )(?:IF NOT EXISTS )?(?:(?!ON )NAME )?ON (?:ONLY )?(?<table>NAME)\\b",
                "An index would be built on %s while no one can write to it.");
    }

    @Override
    public String rule() {
        return "index-not-concurrent";
    }

    @Override
    public String remedy() {
        return "Build it CONCURRENTLY, in a script of its own outside a transaction.";
    }
}
