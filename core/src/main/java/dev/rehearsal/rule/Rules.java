package dev.rehearsal.rule;

import dev.rehearsal.migration.Directive;
import dev.rehearsal.result.RuleHelp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules there are. */
public final class Rules {
    static final List<Rule> ALL = List.of(
            new UpFailed(),
            new UndoMissing(),
            new UndoFailed(),
            new SchemaNotRestored(),
            new DataNotRestored(),
            new UpNotRepeatable(),
            new UndoFailsAfterUse(),
            new DataLostAfterUse(),
            new LockTooLong(),
            new StallTooLong(),
            new LockQueued(),
            new FailureLeavesPartialChange(),
            new CrashLeavesPartialChange(),
            new RerunFailsAfterCrash(),
            new MigrationTooSlow(),
            new TableRewritten(),
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
            new ConstraintRejectsExistingRows(),
            new ApplicationBreaks(),
            new ApplicationSlower(),
            new ApplicationDeadlocks(),
            new DropBreaksApplication(),
            new InvalidIndexLeft(),
            new ConstraintNotValidated(),
            new ForeignKeyWithoutIndex(),
            new ForeignKeyTypeMismatch(),
            new DuplicateIndex(),
            new TableWithoutPrimaryKey(),
            new KeyMayRunOut(),
            new RunnerWouldHang(),
            new MigrationWithoutTest(),
            new ExceptionWithoutReason(),
            new NotMeasured());

    /** Those that need no run. */
    static final List<Rule> OF_FILES = List.of(new UndoMissing(), new RunnerWouldHang(), new ExceptionWithoutReason());

    /** What no project, no script and no baseline may lower. */
    static final Set<String> ALWAYS_ERRORS = Set.of("exception-without-reason", NotMeasured.ID);

    private Rules() {}

    /** {@return what each rule is about, by its id} */
    public static Map<String, RuleHelp> help() {
        return Stream.concat(ALL.stream(), OutsideRule.ALL.stream()).collect(Collectors.toMap(Rule::id, Rules::help));
    }

    private static RuleHelp help(Rule rule) {
        String help = rule.remedy().isEmpty() ? rule.reason() : rule.reason() + " " + rule.remedy();
        return new RuleHelp(rule.id(), rule.reason(), help, "docs/rules/" + rule.id() + ".md");
    }

    /** {@return the ids of all rules whose severity a project may set} */
    public static List<String> adjustable() {
        return ids().stream().filter(id -> !ALWAYS_ERRORS.contains(id)).toList();
    }

    /**
     * {@return whether a baseline may accept a rule's findings}
     *
     * @param id the rule's id
     */
    public static boolean baselines(String id) {
        return !ALWAYS_ERRORS.contains(id);
    }

    static List<String> ids() {
        return ALL.stream().map(Rule::id).toList();
    }

    static boolean knows(String id) {
        return id.equals(Directive.IRREVERSIBLE) || ids().contains(id);
    }
}
