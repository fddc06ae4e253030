package dev.rehearsal.rule;

import dev.rehearsal.migration.Directive;
import dev.rehearsal.result.RuleHelp;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
            new MigrationTooSlow(),
            new TableRewritten(),
            new RunnerWouldHang(),
            new ExceptionWithoutReason(),
            new NotMeasured());

    private Rules() {}

    /** {@return what each rule is about, by its id} */
    public static Map<String, RuleHelp> help() {
        return ALL.stream().collect(Collectors.toMap(Rule::id, Rules::help));
    }

    private static RuleHelp help(Rule rule) {
        return new RuleHelp(rule.id(), rule.reason(), rule.reason(), null);
    }

    static List<String> ids() {
        return ALL.stream().map(Rule::id).toList();
    }

    static boolean knows(String id) {
        return id.equals(Directive.IRREVERSIBLE) || ids().contains(id);
    }
}
