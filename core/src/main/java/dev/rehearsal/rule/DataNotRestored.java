package dev.rehearsal.rule;

import dev.rehearsal.data.Loss;
import dev.rehearsal.result.DataCheck;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.List;

final class DataNotRestored implements Rule {
    private final Recipes recipes;

    DataNotRestored(Recipes recipes) {
        this.recipes = recipes;
    }

    @Override
    public String id() {
        return "data-not-restored";
    }

    @Override
    public String reason() {
        return "A rollback that loses or changes data is not a rollback.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        DataCheck check = facts.dataAfterDown();
        if (check == null) {
            return List.of();
        }
        return check.losses().stream()
                .map(loss -> new Finding(
                                id(),
                                leftOver(loss, facts) ? Severity.WARNING : Severity.ERROR,
                                describe(loss, facts.migration().words().undo()),
                                remedy(loss, facts.migration().words().undo()),
                                Wording.undoName(facts.migration()),
                                0)
                        .on(loss.relation()))
                .toList();
    }

    /** The text before a repeatable script does not know the rows that the new one adds. */
    private static boolean leftOver(Loss loss, MigrationFacts facts) {
        return facts.migration().repeatable() && loss.kind() == Loss.Kind.ROWS_LEFT_OVER;
    }

    static String describe(Loss loss, String undo) {
        return "After the " + undo + " " + what(loss);
    }

    /** {@return the rest of a sentence on when it is so} */
    static String what(Loss loss) {
        String where = loss.column() == null ? loss.relation() : loss.relation() + "." + loss.column();
        String keys = loss.sampleKeys().isEmpty() ? "" : " (for example " + String.join("; ", loss.sampleKeys()) + ")";
        String rows = Wording.count(loss.rows(), "row");
        return switch (loss.kind()) {
            case ROWS_LOST -> where + " has lost " + rows + keys + ".";
            case ROWS_LEFT_OVER -> where + " has " + rows + " that were not there before" + keys + ".";
            case VALUES_CHANGED -> where + " holds other values in " + rows + keys + ".";
            case RELATION_GONE -> where + " is gone, with values in " + rows + ".";
            case SEQUENCE_BACKWARDS ->
                "sequence " + where + " stands " + loss.rows()
                        + " lower than before: it will hand out the same numbers again.";
            case LARGE_OBJECTS_LOST -> objects(loss, "are", "is") + " gone" + each(loss);
            case LARGE_OBJECTS_LEFT_OVER -> objects(loss, "were", "was") + " not there before" + each(loss);
            case LARGE_OBJECTS_CHANGED -> objects(loss, "hold", "holds") + " other bytes than before" + each(loss);
            case LARGE_OBJECTS_ALTERED ->
                objects(loss, "have", "has") + " another owner, other rights or another comment than before"
                        + each(loss);
        };
    }

    private static String objects(Loss loss, String many, String one) {
        return Wording.count(loss.rows(), "large object") + " " + (loss.rows() == 1 ? one : many);
    }

    private static String each(Loss loss) {
        String some = loss.rows() > loss.sampleKeys().size() ? ", for example " : ": ";
        return some + String.join("; ", loss.sampleKeys()) + ".";
    }

    private String remedy(Loss loss, String undo) {
        return switch (loss.kind()) {
            case ROWS_LOST, VALUES_CHANGED, RELATION_GONE ->
                "Keep what the up removes or overwrites — in a column or table"
                        + " of its own — and let the " + undo
                        + " bring it back; or declare in the script why it may go:"
                        + " -- rehearsal: allow data-not-restored — <reason>";
            case LARGE_OBJECTS_LOST, LARGE_OBJECTS_CHANGED ->
                "Keep the bytes of a large object, in one of another number or in a table of the up's own,"
                        + " before it is removed or written over, and let the " + undo
                        + " bring them back; or declare in the"
                        + " script why they may go: -- rehearsal: allow data-not-restored — <reason>";
            case LARGE_OBJECTS_LEFT_OVER -> "Let the " + undo + " remove the large objects that the up has made.";
            case LARGE_OBJECTS_ALTERED -> "Let the " + undo + " give them back their owner, rights and comment.";
            case ROWS_LEFT_OVER -> "Let the " + undo + " delete the rows that the up has inserted.";
            case SEQUENCE_BACKWARDS -> "Let the " + undo + " keep the sequence, or " + recipes.sequenceAhead() + ".";
        };
    }
}
