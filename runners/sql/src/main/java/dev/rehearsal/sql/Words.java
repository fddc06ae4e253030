package dev.rehearsal.sql;

import dev.rehearsal.migration.RunnerWords;

/** Puts together what things are called by a tool's users, where it says nothing else. */
final class Words {
    private final String tool;
    private final String wayBack;
    private String outside = "as its tool is told to";
    private String edited = "does not notice, and runs nothing again";
    private String older = "runs the new one after it";
    private String history;

    private Words(String tool, String wayBack) {
        this.tool = tool;
        this.wayBack = wayBack;
        this.history = "Let the migration run in the transaction in which " + tool + " writes its history.";
    }

    static Words of(String tool, String wayBack) {
        return new Words(tool, wayBack);
    }

    /** How a script is told to run outside a transaction. */
    Words outside(String how) {
        outside = how;
        return this;
    }

    /** What the tool does where a migration that it has applied was edited. */
    Words edited(String does) {
        edited = does;
        return this;
    }

    /** What the tool does with a new migration before one that it has applied. */
    Words older(String does) {
        older = does;
        return this;
    }

    /** The tool commits its history apart. */
    Words apart(String remedy) {
        history = remedy;
        return this;
    }

    RunnerWords words() {
        return new RunnerWords(
                tool,
                wayBack,
                outside,
                edited,
                older,
                "Let the script hold this statement alone.",
                history,
                "version",
                "undo",
                "cannot take it back, and may refuse to go on");
    }
}
