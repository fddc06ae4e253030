package dev.rehearsal.rule;

import dev.rehearsal.result.RuleHelp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules there are for the databases of one engine: those about outcomes, and the engine's own. Immutable. */
public final class Rules {
    private static final Rule UNDO_MISSING = new UndoMissing();
    private static final Rule RUNNER_WOULD_HANG = new RunnerWouldHang();

    /** What no project, no script and no baseline may lower. */
    static final Set<String> ALWAYS_ERRORS = Set.of(ExceptionWithoutReason.ID, NotMeasured.ID);

    /** Told as {@code up-failed} now; a script or a setting that still names it is not wrong. */
    private static final List<String> FORMER = List.of("constraint-rejects-existing-rows");

    private final List<Rule> all;
    private final List<Rule> ofFiles;

    private Rules(List<Rule> engine, Recipes recipes) {
        List<Rule> others = Stream.of(ofRuns(recipes), engine, ofApplications())
                .flatMap(List::stream)
                .toList();
        Rule exceptions = new ExceptionWithoutReason(Stream.concat(
                        FORMER.stream(),
                        Stream.concat(others.stream(), Stream.of(new NotMeasured()))
                                .map(Rule::id))
                .toList());
        this.all = Stream.concat(others.stream(), Stream.of(exceptions, new NotMeasured()))
                .toList();
        this.ofFiles = List.of(UNDO_MISSING, RUNNER_WOULD_HANG, exceptions);
    }

    /**
     * {@return the rules for an engine's databases}
     *
     * @param engine its own
     * @param recipes what it knows of safer ways
     */
    public static Rules of(List<Rule> engine, Recipes recipes) {
        return new Rules(engine, recipes);
    }

    private static List<Rule> ofRuns(Recipes recipes) {
        return List.of(
                new UpFailed(),
                UNDO_MISSING,
                new UndoFailed(),
                new SchemaNotRestored(),
                new DataNotRestored(recipes),
                new UpNotRepeatable(),
                new UndoFailsAfterUse(recipes),
                new DataLostAfterUse(),
                new LockTooLong(recipes),
                new StallTooLong(recipes),
                new LockQueued(recipes),
                new FailureLeavesPartialChange(),
                new HalfAppliedLeft(),
                new CrashLeavesPartialChange(),
                new RerunFailsAfterCrash(recipes),
                new BackfillNotResumable(),
                new BackfillSlowsDown(),
                new BackfillMissesConcurrentWrites(),
                new BackfillRewritesTwice(),
                new MigrationTooSlow(),
                new BootWouldBeKilled(),
                new TableRewritten(recipes));
    }

    private static List<Rule> ofApplications() {
        return List.of(
                new ApplicationBreaks(),
                new ApplicationSlower(),
                new ApplicationDeadlocks(),
                RUNNER_WOULD_HANG,
                new MigrationWithoutTest());
    }

    /** {@return all of them that judge facts, in the order in which they speak} */
    List<Rule> all() {
        return all;
    }

    /** {@return those that hold times against limits} */
    List<TimedRule> timed() {
        return all.stream()
                .filter(TimedRule.class::isInstance)
                .map(TimedRule.class::cast)
                .toList();
    }

    /** {@return those that need no run} */
    List<Rule> ofFiles() {
        return ofFiles;
    }

    /** {@return what each rule is about, by its id} */
    public Map<String, RuleHelp> help() {
        return Stream.concat(all.stream(), OutsideRule.ALL.stream()).collect(Collectors.toMap(Rule::id, Rules::help));
    }

    private static RuleHelp help(Rule rule) {
        String help = rule.remedy().isEmpty() ? rule.reason() : rule.reason() + " " + rule.remedy();
        return new RuleHelp(rule.id(), rule.reason(), help, "docs/rules/" + rule.id() + ".md");
    }

    /** {@return the ids of all rules whose severity a project may set} */
    public List<String> adjustable() {
        return Stream.concat(ids().stream(), FORMER.stream())
                .filter(id -> !ALWAYS_ERRORS.contains(id))
                .toList();
    }

    /**
     * {@return whether a baseline may accept a rule's findings}
     *
     * @param id the rule's id
     */
    public static boolean baselines(String id) {
        return !ALWAYS_ERRORS.contains(id);
    }

    List<String> ids() {
        return all.stream().map(Rule::id).toList();
    }
}
