package dev.rehearsal.postgres.lint;

/** A CHECK or a foreign key that is validated where it is added. */
final class InlineValidation extends PatternGuess {
    InlineValidation() {
        super(
                "ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(?<table>NAME) ADD (?:CONSTRAINT NAME )?(?:CHECK|FOREIGN KEY)\\b",
                "Every row of %s would be checked under a lock.");
    }

    @Override
    public String rule() {
        return "constraint-validated-inline";
    }

    @Override
    public String remedy() {
        return "Add it NOT VALID, and VALIDATE it in a later migration.";
    }

    @Override
    boolean isHarmless(String words) {
        return has(words, "NOT VALID");
    }
}
