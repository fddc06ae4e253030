package dev.rehearsal.postgres.lint;

/** A rename of what the running application uses. */
final class BreakingRename extends PatternGuess {
    BreakingRename() {
        super(
                "ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(?<table>NAME) RENAME (?!CONSTRAINT )",
                "%s or a column of it would be renamed, and the application that still runs asks for the old name.");
    }

    @Override
    public String rule() {
        return "rename-breaks-application";
    }

    @Override
    public String remedy() {
        return "Add the new name beside the old one, and remove the old one in a later release.";
    }

    @Override
    public boolean ofUndoToo() {
        return false;
    }
}
