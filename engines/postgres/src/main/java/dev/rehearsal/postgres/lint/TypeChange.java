package dev.rehearsal.postgres.lint;

/** A change of a column's type. */
final class TypeChange extends PatternGuess {
    TypeChange() {
        super(
                "ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(?<table>NAME) ALTER (?:COLUMN )?NAME (?:SET DATA )?TYPE\\b",
                "%s would be rewritten under ACCESS EXCLUSIVE, unless the new type only widens the old.");
    }

    @Override
    public String rule() {
        return "type-change-rewrites";
    }

    @Override
    public String remedy() {
        return "Add a new column, fill it in batches, and move over.";
    }
}
