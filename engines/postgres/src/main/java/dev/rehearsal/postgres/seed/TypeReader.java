package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.seed.DataType.Kind;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads once the types that tables' columns have, and those that these are made of, and resolves them on request. */
final class TypeReader {
    private static final String TYPES = """
            WITH RECURSIVE used (id) AS (
              SELECT atttypid FROM pg_attribute WHERE attrelid = ANY (?) AND attnum > 0 AND NOT attisdropped
              UNION
              SELECT part.id FROM used
                JOIN pg_type t ON t.oid = used.id
                CROSS JOIN LATERAL (
                  SELECT t.typelem UNION ALL SELECT t.typbasetype
                  UNION ALL SELECT unnest(ARRAY[rngsubtype, rngtypid]) FROM pg_range
                    WHERE t.oid IN (rngtypid, rngmultitypid)
                  UNION ALL SELECT atttypid FROM pg_attribute
                    WHERE t.typtype = 'c' AND attrelid = t.typrelid AND attnum > 0 AND NOT attisdropped) part (id)
              WHERE part.id <> 0)
            SELECT t.oid::int8, t.typname, t.typtype, t.typcategory, t.typelem::int8, t.typbasetype::int8, t.typtypmod,
              format_type(t.oid, -1),
              coalesce(r.rngsubtype, m.rngtypid)::int8,
              (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid),
              (SELECT array_agg(pg_get_expr(c.conbin, 0) ORDER BY c.conname) FROM pg_constraint c
               WHERE c.contypid = t.oid AND c.contype = 'c'),
              (SELECT array_agg(a.atttypid::int8 ORDER BY a.attnum) FROM pg_attribute a
               WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
              (SELECT array_agg(a.atttypmod ORDER BY a.attnum) FROM pg_attribute a
               WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped),
              format_type(t.typbasetype, t.typtypmod), t.typnotnull
            FROM pg_type t
              LEFT JOIN pg_range r ON r.rngtypid = t.oid
              LEFT JOIN pg_range m ON m.rngmultitypid = t.oid
            WHERE t.oid IN (SELECT id FROM used)""";

    private final Map<Long, Raw> types = new HashMap<>();

    TypeReader(Connection connection, Array tables) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TYPES)) {
            statement.setArray(1, tables);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    types.put(row.getLong(1), raw(row));
                }
            }
        }
    }

    /** Resolves a type; the formatted name carries the modifier. */
    DataType type(long id, int modifier, String formatted) {
        Raw raw = types.get(id);
        if (raw == null) {
            return new DataType(
                    Kind.BASE, "unknown", formatted, formatted, modifier, null, List.of(), List.of(), List.of(), false);
        }
        Kind kind = raw.kind();
        List<DataType> fields = new ArrayList<>();
        for (int i = 0; i < raw.fields.size(); i++) {
            fields.add(bare(raw.fields.get(i), raw.fieldModifiers.get(i).intValue()));
        }
        return new DataType(
                kind,
                raw.name,
                formatted,
                raw.formatted,
                modifier,
                inner(raw, modifier),
                raw.labels,
                fields,
                raw.checks,
                raw.notNull);
    }

    private @Nullable DataType inner(Raw raw, int modifier) {
        return switch (raw.kind()) {
            case DOMAIN -> type(raw.inner.base, raw.inner.baseModifier, raw.inner.baseFormatted);
            case ARRAY -> bare(raw.inner.element, modifier);
            case RANGE, MULTIRANGE -> bare(raw.inner.within, -1);
            case BASE, ENUM, COMPOSITE -> null;
        };
    }

    private DataType bare(long id, int modifier) {
        Raw raw = types.get(id);
        return type(id, modifier, raw == null ? "text" : raw.formatted);
    }

    private static Raw raw(ResultSet row) throws SQLException {
        return new Raw(
                row.getString(2),
                row.getString(3).charAt(0),
                row.getString(4).charAt(0),
                row.getString(8),
                new Inner(row.getLong(5), row.getLong(9), row.getLong(6), row.getInt(7), row.getString(14)),
                list(row.getArray(10), String.class),
                list(row.getArray(11), String.class),
                list(row.getArray(12), Long.class),
                list(row.getArray(13), Integer.class),
                row.getBoolean(15));
    }

    static <T> List<T> list(@Nullable Array array, Class<T> type) throws SQLException {
        List<T> list = new ArrayList<>();
        if (array != null) {
            for (Object item : (Object[]) array.getArray()) {
                list.add(type.cast(item));
            }
        }
        return list;
    }

    /** The types that a type is made of: an array's element, what a range is within, what a domain stands for. */
    private record Inner(long element, long within, long base, int baseModifier, String baseFormatted) {}

    private record Raw(
            String name,
            char type,
            char category,
            String formatted,
            Inner inner,
            List<String> labels,
            List<String> checks,
            List<Long> fields,
            List<Integer> fieldModifiers,
            boolean notNull) {
        Kind kind() {
            return switch (type) {
                case 'd' -> Kind.DOMAIN;
                case 'e' -> Kind.ENUM;
                case 'c' -> Kind.COMPOSITE;
                case 'r' -> Kind.RANGE;
                case 'm' -> Kind.MULTIRANGE;
                default -> category == 'A' && name.startsWith("_") ? Kind.ARRAY : Kind.BASE;
            };
        }
    }
}
