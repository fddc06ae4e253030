package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.TableUse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Many rows of a table that others use, written in one transaction; the engine tells how they are written in batches. */
public abstract class RowsWrittenAtOnce implements Rule {
    /** Fewer rows than this are written before anyone notices. */
    private static final long MANY = 10_000;

    @Override
    public final String id() {
        return "write-not-batched";
    }

    @Override
    public final Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public final String remedy() {
        return "Write the rows in batches, each in a transaction of its own.";
    }

    /**
     * {@return whether another rule speaks of a statement}
     *
     * @param statement which
     * @param changes of the up
     */
    protected abstract boolean told(StatementFacts statement, SeenChanges changes);

    /**
     * {@return whether all that a statement writes is in one transaction}
     *
     * @param statement which
     * @param facts of its migration
     */
    protected boolean inOneTransaction(StatementFacts statement, MigrationFacts facts) {
        return true;
    }

    /**
     * {@return the very statement in batches, as SQL}
     *
     * @param statement which
     * @param use what it wrote
     * @param changes of the up
     */
    protected abstract String recipe(StatementFacts statement, TableUse use, SeenChanges changes);

    @Override
    public final List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        SeenChanges changes = SeenChanges.of(facts, budgets.severities());
        List<Finding> findings = new ArrayList<>();
        for (StatementFacts statement : changes.statements()) {
            if (inOneTransaction(statement, facts) && !told(statement, changes)) {
                written(statement, changes).forEach(use -> findings.add(finding(statement, use, changes)));
            }
        }
        return findings;
    }

    /** Rows that are changed are read before; rows that are only appended lock no one else's. */
    private static Stream<TableUse> written(StatementFacts statement, SeenChanges changes) {
        return statement.effects() == null || statement.effects().uses() == null
                ? Stream.empty()
                : statement.effects().uses().stream()
                        .filter(use -> use.written() >= MANY && use.read() > 0)
                        .filter(use -> changes.scale(use.table()).existed())
                        .filter(use -> changes.of(statement)
                                .noneMatch(change -> change.table().equals(use.table())));
    }

    private Finding finding(StatementFacts statement, TableUse use, SeenChanges changes) {
        TableScale scale = changes.scale(use.table());
        String message =
                "%s of %s were written in one transaction, which keeps each of them locked until it ends. %s %s"
                        .formatted(
                                Wording.count(use.written(), "row"),
                                use.table(),
                                changes.held(statement),
                                scale.sentence());
        return new Finding(
                        id(),
                        scale.severity(),
                        message,
                        recipe(statement, use, changes),
                        statement.script(),
                        statement.line())
                .on(use.table());
    }
}
