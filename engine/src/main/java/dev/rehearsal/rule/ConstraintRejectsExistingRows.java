package dev.rehearsal.rule;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

final class ConstraintRejectsExistingRows implements Rule {
    private static final Set<String> REJECTED = Set.of("23502", "23503", "23505", "23514", "23P01");
    private static final Pattern ROWS =
            Pattern.compile("(?is)\\s*(--[^\\n]*\\n\\s*)*(INSERT|UPDATE|DELETE|MERGE|COPY|WITH)\\b.*");
    private static final Pattern KEY = Pattern.compile("Key \\((.+?)\\)=");

    @Override
    public String id() {
        return "constraint-rejects-existing-rows";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "Rows that are there already do not meet the new constraint, as production's may not.";
    }

    @Override
    public String remedy() {
        return "Find the rows and settle them first.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        return facts.phase(Phase.UP)
                .filter(phase -> phase.failure() != null && rejects(phase.failure()))
                .map(phase -> List.of(finding(phase, facts)))
                .orElse(List.of());
    }

    /** What the migration itself writes is not what was there. */
    private static boolean rejects(RunFailure failure) {
        return failure.sqlState() != null
                && REJECTED.contains(failure.sqlState())
                && (failure.sql() == null || !ROWS.matcher(failure.sql()).matches());
    }

    private Finding finding(PhaseResult phase, MigrationFacts facts) {
        RunFailure failure = phase.failure();
        if (failure == null) {
            throw new IllegalArgumentException("nothing failed");
        }
        return Findings.failure(
                this, "Rows that exist do not meet the constraint: ", recipe(failure, table(phase)), phase, facts);
    }

    /** {@return the table that the failed statement had locked; null if no lock was seen} */
    private static @Nullable String table(PhaseResult phase) {
        return phase.facts().locks() == null
                ? null
                : phase.facts().locks().stream()
                        .filter(lock -> lock.mode().blocksWrites() && !lock.createdHere())
                        .reduce((first, last) -> last)
                        .map(lock -> lock.relation())
                        .orElse(null);
    }

    private static String recipe(RunFailure failure, @Nullable String table) {
        String from = table == null ? "<table>" : table;
        Matcher key = KEY.matcher(failure.detail() == null ? "" : failure.detail());
        String columns = key.find() ? key.group(1) : "<column>";
        String find = switch (String.valueOf(failure.sqlState()).toUpperCase(Locale.ROOT)) {
            case "23505" ->
                "SELECT " + columns + ", count(*) FROM " + from + " GROUP BY " + columns + " HAVING count(*) > 1;";
            case "23502" -> "SELECT count(*) FROM " + from + " WHERE <column> IS NULL;";
            case "23503" -> "SELECT * FROM " + from + " WHERE " + columns + " NOT IN (SELECT <key> FROM <referenced>);";
            default -> "SELECT * FROM " + from + " WHERE NOT (<the condition>);";
        };
        return "-- which rows are they?\n" + find
                + "\n-- settle them in an earlier script, and only then add the constraint";
    }
}
