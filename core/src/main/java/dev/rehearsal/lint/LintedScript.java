package dev.rehearsal.lint;

import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.ScriptStatements;

/**
 * A script that is looked at.
 *
 * @param statements what it says
 * @param undoes whether it is a way back
 */
public record LintedScript(ScriptStatements statements, boolean undoes) {
    /** {@return which} */
    public Script script() {
        return statements.script();
    }
}
