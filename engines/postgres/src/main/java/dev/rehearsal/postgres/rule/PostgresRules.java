package dev.rehearsal.postgres.rule;

import dev.rehearsal.rule.Rule;
import java.util.List;

/** The rules about shapes of PostgreSQL's SQL. */
public final class PostgresRules {
    /** All of them, in the order in which they speak. */
    public static final List<Rule> ALL = List.of(
            new IndexNotConcurrent(),
            new IndexDropNotConcurrent(),
            new ReindexNotConcurrent(),
            new ConstraintValidatedInline(),
            new SetNotNullScans(),
            new TypeChangeRewrites(),
            new VolatileDefaultRewrites(),
            new UniqueBuiltInline(),
            new BackfillInDdlTransaction(),
            new WriteNotBatched(),
            new StatementsAfterExclusiveLock(),
            new SeveralTablesLocked(),
            new DropLosesData(),
            new RenameBreaksApplication(),
            new ColumnRequiredWithoutDefault(),
            new DropBreaksApplication(),
            new InvalidIndexLeft(),
            new ConstraintNotValidated(),
            new ForeignKeyWithoutIndex(),
            new ForeignKeyTypeMismatch(),
            new DuplicateIndex(),
            new TableWithoutPrimaryKey(),
            new KeyMayRunOut());

    private PostgresRules() {}
}
