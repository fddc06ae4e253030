package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.result.Severity;
import dev.rehearsal.schema.SchemaDifference;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class SchemaNotRestored implements Rule {
    private static final int NAMED = 5;
    private static final int LONGEST = 160;

    @Override
    public String id() {
        return "schema-not-restored";
    }

    @Override
    public String reason() {
        return "After the undo the schema must be what it was, or the application before it may not run.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        SchemaCheck check = facts.schemaAfterDown();
        if (check == null || check.identical()) {
            return List.of();
        }
        boolean cosmetic = check.differences().stream().allMatch(SchemaDifference::cosmetic);
        boolean repeatable = facts.migration().repeatable();
        String undo = facts.migration().words().undo();
        String message = "After the " + (repeatable ? "text before has run again," : undo)
                + " the schema differs from before: " + describe(check.differences());
        boolean leftOver = repeatable
                && check.differences().stream()
                        .allMatch(difference -> difference.change() == SchemaDifference.Change.EXTRA);
        String remedy = leftOver
                ? "The text before does not know what the new one makes: if it must not stay, drop it in a version."
                : cosmetic
                        ? "Only names or positions differ: name constraints and indexes in the " + undo
                                + " as they were; a column that is" + " dropped and added again always comes back last."
                        : repeatable
                                ? "Do not drop what others depend on, above all not by CASCADE: neither text makes it again."
                                : "Let the " + facts.migration().words().wayBack()
                                        + " put each of these back as it was.";
        Severity severity = cosmetic || leftOver ? Severity.WARNING : Severity.ERROR;
        return List.of(new Finding(id(), severity, message, remedy, Wording.undoName(facts.migration()), 0));
    }

    static String describe(List<SchemaDifference> differences) {
        String named = differences.stream()
                .limit(NAMED)
                .map(SchemaNotRestored::describe)
                .collect(Collectors.joining("; "));
        int more = differences.size() - NAMED;
        return more > 0 ? named + "; and " + more + " more." : named + ".";
    }

    private static String describe(SchemaDifference difference) {
        String object = difference.object().toString();
        return switch (difference.change()) {
            case MISSING -> object + " is missing";
            case EXTRA -> object + " is left over";
            case ALTERED -> object + altered(difference);
        };
    }

    /** A definition of many lines, such as a function's, is for the report. */
    private static String altered(SchemaDifference difference) {
        String before = difference.before();
        String after = difference.after();
        return brief(before) && brief(after) ? ": " + before + " → " + after : " is altered";
    }

    private static boolean brief(@Nullable String definition) {
        return definition != null
                && definition.length() <= LONGEST
                && definition.lines().count() == 1;
    }
}
