package dev.rehearsal.postgres.lint;

/** SET NOT NULL. */
final class NotNullScan extends PatternGuess {
    NotNullScan() {
        super(
                "ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(?<table>NAME) ALTER (?:COLUMN )?NAME SET NOT NULL\\b",
                "Every row of %s would be read while no one can read or write it, unless a valid CHECK proves it.");
    }

    @Override
    public String rule() {
        return "set-not-null-scans";
    }

    @Override
    public String remedy() {
        return "Add CHECK (… IS NOT NULL) NOT VALID, VALIDATE it, then SET NOT NULL, then drop the CHECK.";
    }
}
