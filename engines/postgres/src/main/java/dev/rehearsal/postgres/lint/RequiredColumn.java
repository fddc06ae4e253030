package dev.rehearsal.postgres.lint;

/** A NOT NULL column without a default. */
final class RequiredColumn extends PatternGuess {
    RequiredColumn() {
        super(
                "ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(?<table>NAME) ADD (?:COLUMN )?(?:IF NOT EXISTS )?(?!CONSTRAINT |CHECK |UNIQUE |PRIMARY |FOREIGN |EXCLUDE )NAME .*\\bNOT NULL\\b",
                "The application that still runs does not fill the new column of %s, and existing rows have no value for it.");
    }

    @Override
    public String rule() {
        return "column-required-without-default";
    }

    @Override
    public String remedy() {
        return "Give it a default, or add it nullable and require it in a later release.";
    }

    @Override
    public boolean ofUndoToo() {
        return false;
    }

    @Override
    boolean isHarmless(String words) {
        return has(words, "DEFAULT|GENERATED|(?:small|big)?serial\\b");
    }
}
