package dev.rehearsal.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.TableFacts;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

final class ConstraintRejectsExistingRows implements Rule {
    private static final Set<String> REJECTED = Set.of("23502", "23503", "23505", "23514", "23P01");
    private static final Pattern ROWS =
            Pattern.compile("(?is)\\s*(--[^\\n]*\\n\\s*)*(INSERT|UPDATE|DELETE|MERGE|COPY|WITH)\\b.*");
    private static final Pattern RELATION = Pattern.compile("(?:relation|table) \"([^\"]+)\"");

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
        return Wording.failure(
                this,
                "Rows that exist do not meet the constraint: ",
                RejectedRows.find(failure, table(phase, failure, facts)),
                phase,
                facts);
    }

    /** A lock that a statement gave back by failing may have been seen or not: the server's own words come first. */
    private static @Nullable String table(PhaseResult phase, RunFailure failure, MigrationFacts facts) {
        Matcher named = RELATION.matcher(failure.message());
        String name = named.find() ? named.group(1) : null;
        return facts.tables().stream()
                .map(TableFacts::table)
                .filter(table -> FactNames.bare(table).equals(name))
                .findFirst()
                .orElseGet(() -> locked(phase));
    }

    private static @Nullable String locked(PhaseResult phase) {
        List<HeldLock> locks = phase.facts().locks();
        return locks == null
                ? null
                : locks.stream()
                        .filter(lock -> lock.mode().blocksWrites() && !lock.createdHere())
                        .reduce((first, last) -> last)
                        .map(HeldLock::relation)
                        .orElse(null);
    }
}
