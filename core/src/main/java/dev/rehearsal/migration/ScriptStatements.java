package dev.rehearsal.migration;

import java.util.List;

/**
 * A script as its runner cuts it.
 *
 * @param script which
 * @param transactional whether the runner wraps it in one transaction
 * @param statements in their order; empty if the runner cannot cut it
 */
public record ScriptStatements(Script script, boolean transactional, List<RunStatement> statements) {
    public ScriptStatements {
        statements = List.copyOf(statements);
    }
}
