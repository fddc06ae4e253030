package dev.rehearsal.postgres.data;

import dev.rehearsal.data.Loss;
import dev.rehearsal.data.Loss.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which large objects are not as they were, with the lengths of a few. */
final class LargeObjectLosses {
    private final Side before;
    private final Side after;

    LargeObjectLosses(DataSession before, DataSession after) throws SQLException {
        DataRelation old = LargeObjectCatalog.relation(before);
        DataRelation now = LargeObjectCatalog.relation(after);
        this.before = new Side(before, old, now);
        this.after = new Side(after, now, old);
    }

    List<Loss> find() throws SQLException {
        List<Loss> losses = new ArrayList<>();
        List<String> values = List.of(LargeObjectCatalog.CONTENT, LargeObjectCatalog.ATTRIBUTES);
        for (Loss loss : new KeyedDifference(List.of(LargeObjectCatalog.KEY), values).run(before, after)) {
            List<String> ids = loss.sampleKeys().stream()
                    .map(key -> key.substring(LargeObjectCatalog.KEY.length() + 1))
                    .toList();
            losses.add(new Loss("large objects", null, kind(loss), loss.rows(), describe(kind(loss), ids)));
        }
        return losses;
    }

    private static Kind kind(Loss loss) {
        return switch (loss.kind()) {
            case ROWS_LOST -> Kind.LARGE_OBJECTS_LOST;
            case ROWS_LEFT_OVER -> Kind.LARGE_OBJECTS_LEFT_OVER;
            default ->
                LargeObjectCatalog.CONTENT.equals(loss.column())
                        ? Kind.LARGE_OBJECTS_CHANGED
                        : Kind.LARGE_OBJECTS_ALTERED;
        };
    }

    private List<String> describe(Kind kind, List<String> ids) throws SQLException {
        boolean lengths = kind != Kind.LARGE_OBJECTS_ALTERED;
        Map<String, String> old = lengths && kind != Kind.LARGE_OBJECTS_LEFT_OVER ? bytes(before, ids) : Map.of();
        Map<String, String> now = lengths && kind != Kind.LARGE_OBJECTS_LOST ? bytes(after, ids) : Map.of();
        return ids.stream()
                .map(id -> describe(kind, id, old.get(id), now.get(id)))
                .toList();
    }

    private static String describe(Kind kind, String id, @Nullable String old, @Nullable String now) {
        return switch (kind) {
            case LARGE_OBJECTS_LOST -> id + " had " + old;
            case LARGE_OBJECTS_LEFT_OVER -> id + " has " + now;
            case LARGE_OBJECTS_CHANGED ->
                id + " had " + old + (String.valueOf(old).equals(now) ? " and has as many" : " and has " + now);
            default -> id;
        };
    }

    /** {@return how long each of them is, for a reader} */
    private static Map<String, String> bytes(Side side, List<String> ids) throws SQLException {
        Map<String, String> lengths = new HashMap<>();
        side.session()
                .list(
                        "SELECT loid, bytes FROM " + side.relation().source() + " o WHERE loid IN ("
                                + String.join(", ", ids) + ")",
                        row -> lengths.put(row.getString(1), words(row.getString(2))));
        if (lengths.size() != ids.size()) {
            throw new SQLException("of the large objects " + ids + " the lengths could not be read");
        }
        return lengths;
    }

    private static String words(@Nullable String bytes) {
        if (bytes == null) {
            return "bytes that could not be read";
        }
        return switch (bytes) {
            case "0" -> "none";
            case "1" -> "1 byte";
            default -> String.format(Locale.ROOT, "%,d bytes", Long.parseLong(bytes));
        };
    }
}
