package dev.rehearsal.rule;

import dev.rehearsal.migration.Directive;
import java.util.List;

/** All rules there are. */
public final class Rules {
    static final List<Rule> ALL = List.of(
            new UpFailed(),
            new UndoMissing(),
            new UndoFailed(),
            new SchemaNotRestored(),
            new DataNotRestored(),
            new UpNotRepeatable(),
            new LockTooLong(),
            new StallTooLong(),
            new MigrationTooSlow(),
            new TableRewritten(),
            new RunnerWouldHang(),
            new ExceptionWithoutReason(),
            new NotMeasured());

    private Rules() {}

    /** {@return what each rule is about} */
    public static List<RuleHelp> help() {
        return ALL.stream()
                .map(r -> new RuleHelp(r.id(), r.severity(), r.reason()))
                .toList();
    }

    static List<String> ids() {
        return ALL.stream().map(Rule::id).toList();
    }

    static boolean knows(String id) {
        return id.equals(Directive.IRREVERSIBLE) || ids().contains(id);
    }
}
