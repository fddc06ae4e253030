package dev.rehearsal.result;

import java.util.List;

/**
 * How the server means to run a statement.
 *
 * @param text the plan for a reader, a node on each line
 * @param relations the tables that it uses, as {@code schema.name}
 * @param scanned those of them that it reads from end to end
 */
public record StatementPlan(String text, List<String> relations, List<String> scanned) {
    public StatementPlan {
        relations = List.copyOf(relations);
        scanned = List.copyOf(scanned);
    }
}
