package dev.rehearsal.postgres.lint;

/** A unique or primary key that builds its own index. */
final class InlineUnique extends PatternGuess {
    InlineUnique() {
        super(
                "ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(?<table>NAME) ADD (?:CONSTRAINT NAME )?(?:UNIQUE|PRIMARY KEY)\\b",
                "A unique index would be built on %s while no one can read or write it.");
    }

    @Override
    public String rule() {
        return "unique-built-inline";
    }

    @Override
    public String remedy() {
        return "Build the unique index CONCURRENTLY first, then ADD CONSTRAINT … USING INDEX.";
    }

    @Override
    boolean isHarmless(String words) {
        return has(words, "USING INDEX (?!TABLESPACE)");
    }
}
