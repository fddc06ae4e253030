package dev.rehearsal.postgres.lint;

/** What removes data. */
final class LosingDrop extends PatternGuess {
    LosingDrop() {
        super(
                "(?:DROP TABLE (?:IF EXISTS )?|TRUNCATE (?:TABLE )?(?:ONLY )?|ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(?=NAME DROP (?!CONSTRAINT |EXPRESSION )))(?<table>NAME)\\b",
                "Data of %s would be gone, and no undo script can invent it.");
    }

    @Override
    public String rule() {
        return "drop-loses-data";
    }

    @Override
    public String remedy() {
        return "Stop using it first; keep a copy that the undo can restore from.";
    }

    @Override
    public boolean ofUndoToo() {
        return false;
    }
}
