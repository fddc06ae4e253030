package dev.rehearsal.postgres.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Rule;
import dev.rehearsal.rule.SeenChanges;
import dev.rehearsal.rule.ShapeRule;
import dev.rehearsal.rule.TableScale;
import dev.rehearsal.rule.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

final class StatementsAfterExclusiveLock implements Rule {
    /** What takes less in all is not worth a word. */
    private static final double NOTICEABLE_MS = 100;
    /** They speak of a long statement themselves, and know more of it. */
    private static final List<ShapeRule> MORE_SPECIFIC = List.of(
            new IndexNotConcurrent(),
            new ConstraintValidatedInline(),
            new SetNotNullScans(),
            new TypeChangeRewrites(),
            new VolatileDefaultRewrites(),
            new UniqueBuiltInline());

    @Override
    public String id() {
        return "statements-after-exclusive-lock";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String reason() {
        return "A lock lasts until the transaction ends: every statement after it makes all others wait longer.";
    }

    @Override
    public String remedy() {
        return "Let the statement that locks come last, or in a script of its own.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        SeenChanges changes = SeenChanges.of(facts, budgets.severities());
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (HeldLock lock : changes.locks()) {
            List<StatementFacts> later = later(lock, changes);
            double millis = later.stream()
                    .mapToDouble(
                            s -> Math.min(s.durationMs(), changes.undisturbed(s).durationMs()))
                    .sum();
            if (lock.mode().blocksReads() && lock.line() != null && millis >= NOTICEABLE_MS) {
                findings.putIfAbsent(lock.relation(), finding(lock, later, millis, changes));
            }
        }
        return List.copyOf(findings.values());
    }

    private static List<StatementFacts> later(HeldLock lock, SeenChanges changes) {
        double released = lock.acquiredMs() + lock.heldMs() - lock.boundMs();
        return changes.statements().stream()
                .filter(s -> !Objects.equals(s.line(), lock.line()))
                .filter(s -> s.startMs() >= lock.acquiredMs() && s.startMs() + s.durationMs() / 2 <= released)
                .filter(s -> !BackfillInDdlTransaction.is(s, changes) && !told(s, changes))
                .toList();
    }

    private static boolean told(StatementFacts statement, SeenChanges changes) {
        return changes.of(statement).anyMatch(change -> MORE_SPECIFIC.stream().anyMatch(rule -> rule.speaksOf(change)));
    }

    private Finding finding(HeldLock lock, List<StatementFacts> later, double millis, SeenChanges changes) {
        TableScale scale = changes.scale(lock.relation());
        String message = "%s on %s, taken by line %s, was held through %s that took %s. %s"
                .formatted(
                        lock.mode().words(),
                        lock.relation(),
                        lock.line(),
                        Wording.count(later.size(), "more statement"),
                        Wording.millis(millis),
                        scale.sentence());
        String locking = changes.statements().stream()
                .filter(s -> Objects.equals(s.line(), lock.line()))
                .map(StatementFacts::sql)
                .findFirst()
                .orElse("");
        String recipe = "-- in a script of its own, with nothing after it:\nSET LOCAL lock_timeout = '500ms';\n"
                + locking.strip() + ";";
        StatementFacts first = later.get(0);
        return new Finding(id(), scale.severity(), message, recipe, first.script(), first.line()).on(lock.relation());
    }
}
