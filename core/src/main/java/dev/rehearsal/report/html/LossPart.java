package dev.rehearsal.report.html;

import dev.rehearsal.data.Loss;
import dev.rehearsal.report.format.Facts;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.result.DataCheck;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of the loss ledger.
 *
 * @param relation the table or sequence
 * @param column the column; a dash where whole rows are meant
 * @param what what happened
 * @param rows how many rows
 * @param keys some of their keys
 */
public record LossPart(String relation, String column, String what, String rows, String keys) {
    static List<LossPart> of(@Nullable DataCheck check) {
        return Facts.losses(check).stream().map(LossPart::of).toList();
    }

    private static LossPart of(Loss loss) {
        return new LossPart(
                Plain.line(loss.relation()),
                Plain.line(Objects.requireNonNullElse(loss.column(), "–")),
                what(loss.kind()),
                loss.kind() == Loss.Kind.SEQUENCE_BACKWARDS ? "–" : Sizes.count(loss.rows()),
                Plain.line(String.join(", ", loss.sampleKeys())));
    }

    private static String what(Loss.Kind kind) {
        return switch (kind) {
            case ROWS_LOST -> "rows lost";
            case ROWS_LEFT_OVER -> "rows left over";
            case VALUES_CHANGED -> "values changed";
            case RELATION_GONE -> "gone with its values";
            case SEQUENCE_BACKWARDS -> "went backwards";
            case LARGE_OBJECTS_LOST -> "lost";
            case LARGE_OBJECTS_LEFT_OVER -> "left over";
            case LARGE_OBJECTS_CHANGED -> "hold other bytes";
            case LARGE_OBJECTS_ALTERED -> "other owner, rights or comment";
        };
    }
}
