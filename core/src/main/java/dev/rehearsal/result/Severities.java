package dev.rehearsal.result;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much findings matter in a project: what it says of a rule goes before what the rule says, and what it says of a
 * rule on one table before that. Where it says nothing, the rows of the table weigh. Immutable.
 *
 * @param rules what it says that a rule's findings are, by the rule's id
 * @param tables the same for single tables, by their names with or without the schema
 * @param warningRows from how many rows on an unsafe change is a warning; of fewer it is a note
 * @param errorRows from how many rows on it is an error
 */
public record Severities(
        Map<String, Severity> rules, Map<String, Map<String, Severity>> tables, long warningRows, long errorRows) {
    /** From how many rows on an unsafe change is a warning, when nothing is said. */
    public static final long WARNING_ROWS = 10_000;

    /** From how many rows on it is an error, when nothing is said. */
    public static final long ERROR_ROWS = 10_000_000;

    /** What serves when nothing is said. */
    public static final Severities DEFAULT = new Severities(Map.of(), Map.of(), WARNING_ROWS, ERROR_ROWS);

    public Severities {
        rules = Map.copyOf(rules);
        tables = tables.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, table -> Map.copyOf(table.getValue())));
    }

    /**
     * {@return how much an unsafe change of a table matters}
     *
     * @param rows how many the table has
     */
    public Severity of(long rows) {
        if (rows < warningRows) {
            return Severity.NOTE;
        }
        return rows < errorRows ? Severity.WARNING : Severity.ERROR;
    }

    /**
     * {@return the finding with the severity that the project gives it}
     *
     * @param finding as its rule weighs it
     */
    public Finding weigh(Finding finding) {
        Severity own = rules.get(finding.rule());
        String table = finding.table();
        if (table != null) {
            String bare = table.substring(table.lastIndexOf('.') + 1);
            Map<String, Severity> ofTable = tables.getOrDefault(table, tables.getOrDefault(bare, Map.of()));
            own = ofTable.getOrDefault(finding.rule(), own);
        }
        return own == null ? finding : finding.as(own, finding.message());
    }
}
