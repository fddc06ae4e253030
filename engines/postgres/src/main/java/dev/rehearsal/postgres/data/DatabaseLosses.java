package dev.rehearsal.postgres.data;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.Loss;
import dev.rehearsal.data.TableFingerprint;
import dev.rehearsal.dialect.rows.TableLosses;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a database has lost against an earlier state of itself. */
final class DatabaseLosses {
    private final DataSession before;
    private final DataSession after;
    private final DataFingerprint old;
    private final DataFingerprint now;

    DatabaseLosses(DataSession before, DataFingerprint old, DataSession after, DataFingerprint now) {
        this.before = before;
        this.old = old;
        this.after = after;
        this.now = now;
    }

    /** {@return all losses: tables by name, then sequences, then large objects} */
    List<Loss> find() throws SQLException {
        List<Loss> losses = new ArrayList<>();
        List<QualifiedName> suspects = old.tables().entrySet().stream()
                .filter(table -> !agrees(table.getValue(), now.tables().get(table.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (!suspects.isEmpty()) {
            Map<QualifiedName, DataRelation> relations = RelationCatalog.read(before, Set.of());
            Map<QualifiedName, DataRelation> others = RelationCatalog.read(after, Set.of());
            for (QualifiedName name : suspects) {
                DataRelation relation = Objects.requireNonNull(relations.get(name), name::toString);
                if (!relation.derived() || !now.tables().containsKey(name)) {
                    losses.addAll(table(relation, others.get(name)));
                }
            }
        }
        losses.addAll(sequences());
        if (!old.largeObjects().print().agreesWith(now.largeObjects().print())) {
            losses.addAll(new LargeObjectLosses(before, after).find());
        }
        return losses;
    }

    private static boolean agrees(TableFingerprint old, @Nullable TableFingerprint now) {
        return now != null && old.agreesWith(now);
    }

    private List<Loss> table(DataRelation relation, @Nullable DataRelation other) throws SQLException {
        TableFingerprint print = Objects.requireNonNull(old.tables().get(relation.name()));
        TableFingerprint otherPrint = now.tables().get(relation.name());
        if (other == null || otherPrint == null) {
            return print.rows() == 0 ? List.of() : List.of(TableLosses.gone(relation.name(), null, print.rows()));
        }
        Side first = new Side(before, relation, other);
        Side second = new Side(after, other, relation);
        return new TableLosses(relation.shape(), print, other.shape(), otherPrint).find(new TwoSides(first, second));
    }

    private List<Loss> sequences() throws SQLException {
        List<Loss> losses = new ArrayList<>();
        for (Map.Entry<QualifiedName, Long> sequence : old.sequences().entrySet()) {
            if (!sequence.getValue().equals(now.sequences().get(sequence.getKey()))) {
                losses.addAll(sequence(sequence.getKey(), sequence.getValue()));
            }
        }
        return losses;
    }

    /** A sequence that is gone is for the comparison of schemas to report. */
    private List<Loss> sequence(QualifiedName name, long earlier) throws SQLException {
        Optional<SequenceCatalog.State> state = SequenceCatalog.state(after, name);
        long behind = state.map(value -> value.behind(earlier)).orElse(0L);
        return behind <= 0
                ? List.of()
                : List.of(new Loss(name.toString(), null, Loss.Kind.SEQUENCE_BACKWARDS, behind, List.of()));
    }
}
