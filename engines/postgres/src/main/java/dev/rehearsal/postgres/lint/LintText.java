package dev.rehearsal.postgres.lint;

import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.ScriptStatements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script as the guesses see it.
 *
 * @param name the script's name
 * @param undoes whether it is an undo script
 * @param transactional whether it runs in one transaction
 * @param actions what it does, in order
 * @param created the tables that it makes itself, which no one uses yet
 */
record LintText(String name, boolean undoes, boolean transactional, List<Action> actions, Set<String> created) {
    private static final Pattern CREATES = Pattern.compile("(?i)CREATE (?:(?:GLOBAL|LOCAL|TEMP|TEMPORARY|UNLOGGED) )*"
            + "TABLE (?:IF NOT EXISTS )?(?<table>" + StatementWords.NAME + ").*");

    LintText {
        actions = List.copyOf(actions);
        created = Set.copyOf(created);
    }

    /**
     * One thing that a script does.
     *
     * @param line the line on which its statement begins
     * @param words the statement, reduced to its words
     */
    record Action(int line, String words) {}

    static LintText of(ScriptStatements script, boolean undoes) {
        List<Action> actions = new ArrayList<>();
        Set<String> created = new HashSet<>();
        for (RunStatement statement : script.statements()) {
            String reduced = StatementWords.of(statement.sql());
            StatementWords.actions(reduced).forEach(words -> actions.add(new Action(statement.line(), words)));
            Matcher creates = CREATES.matcher(reduced);
            if (creates.matches()) {
                created.add(StatementWords.key(creates.group("table")));
            }
        }
        return new LintText(script.script().name(), undoes, script.transactional(), actions, created);
    }

    /** {@return whether a table was there before this script} */
    boolean existed(String table) {
        return !created.contains(StatementWords.key(table));
    }
}
