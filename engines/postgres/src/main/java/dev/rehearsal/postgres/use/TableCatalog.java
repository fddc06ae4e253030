package dev.rehearsal.postgres.use;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.postgres.use.UsedColumn.Parent;
import dev.rehearsal.postgres.use.UsedTable.Unique;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of the user's, a partitioned one as a whole, with all that limits what can be written into them. */
final class TableCatalog {
    private static final String RELATION = """
            WITH relation AS (
                SELECT c.oid, n.nspname, c.relname
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
                    AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                    AND NOT EXISTS (SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            ), unique_index AS (
                SELECT i.indrelid,
                    regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE UNIQUE INDEX .* ON ', 'UNIQUE ') AS definition,
                    ARRAY(SELECT a.attnum FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum > 0
                        AND (a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1])
                            OR a.attnum IN (SELECT d.refobjsubid FROM pg_depend d
                                WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
                                    AND d.refclassid = d.classid AND d.refobjid = i.indrelid))
                        ORDER BY a.attnum) AS columns
                FROM pg_index i WHERE i.indisunique
                UNION ALL
                SELECT x.conrelid, pg_get_constraintdef(x.oid), x.conkey FROM pg_constraint x WHERE x.contype = 'x'
            )""";
    private static final String COLUMNS = RELATION + """
            SELECT r.nspname, r.relname, a.attname, b.typname, b.typcategory,
                greatest(coalesce(nullif(a.atttypmod, -1), t.typtypmod) - 4, 0) AS modifier,
                ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = b.oid ORDER BY e.enumsortorder)
                    AS labels,
                a.attgenerated <> '' AS generated,
                a.attidentity <> '' OR coalesce(pg_get_expr(d.adbin, d.adrelid) ~ 'nextval\\(|uuid', false) AS automatic,
                array_position(k.conkey, a.attnum) AS key_position,
                f.confrelid::regclass::text AS parent,
                (SELECT quote_ident(p.attname) FROM pg_attribute p WHERE p.attrelid = f.confrelid
                    AND p.attnum = f.confkey[array_position(f.conkey, a.attnum)]) AS parent_column,
                ARRAY(SELECT 'type ' || format_type(a.atttypid, a.atttypmod) || coalesce(' ' ||
                            (SELECT string_agg(e.enumlabel, ' ' ORDER BY e.enumsortorder) FROM pg_enum e
                                WHERE e.enumtypid = b.oid), '')
                    UNION ALL SELECT 'NOT NULL' WHERE a.attnotnull
                    UNION ALL SELECT pg_get_constraintdef(x.oid) FROM pg_constraint x WHERE x.contypid = a.atttypid
                    UNION ALL SELECT pg_get_constraintdef(x.oid) FROM pg_constraint x
                        WHERE x.conrelid = a.attrelid AND a.attnum = ANY (x.conkey) AND x.contype IN ('c', 'f')
                    UNION ALL SELECT u.definition FROM unique_index u
                        WHERE u.indrelid = a.attrelid AND a.attnum = ANY (u.columns)) AS restrictions
            FROM relation r
                JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type t ON t.oid = a.atttypid
                JOIN pg_type b ON b.oid = CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.oid END
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                LEFT JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype = 'p'
                LEFT JOIN LATERAL (SELECT * FROM pg_constraint f WHERE f.conrelid = r.oid AND f.contype = 'f'
                    AND a.attnum = ANY (f.conkey) ORDER BY f.conname LIMIT 1) f ON true
            ORDER BY r.nspname, r.relname, a.attnum""";
    private static final String UNIQUES = RELATION + """
            SELECT r.nspname, r.relname, u.definition,
                ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = u.indrelid
                    AND a.attnum = ANY (u.columns) ORDER BY a.attnum) AS columns
            FROM relation r JOIN unique_index u ON u.indrelid = r.oid
            ORDER BY r.nspname, r.relname, u.definition""";

    private TableCatalog() {}

    static Map<QualifiedName, UsedTable> read(UseSession session, Set<QualifiedName> ignored) throws SQLException {
        Map<QualifiedName, List<Unique>> uniques = new LinkedHashMap<>();
        session.each(
                UNIQUES,
                row -> uniques.computeIfAbsent(name(row), name -> new ArrayList<>())
                        .add(new Unique(row.getString("definition"), strings(row.getArray("columns")))));
        Map<QualifiedName, List<Keyed>> columns = new LinkedHashMap<>();
        session.each(
                COLUMNS,
                row -> columns.computeIfAbsent(name(row), name -> new ArrayList<>())
                        .add(new Keyed(column(row), row.getInt("key_position"))));
        Map<QualifiedName, UsedTable> tables = new LinkedHashMap<>();
        columns.forEach((name, all) -> {
            if (!ignored.contains(name)) {
                tables.put(name, table(name, all, uniques.getOrDefault(name, List.of())));
            }
        });
        return tables;
    }

    private static UsedTable table(QualifiedName name, List<Keyed> columns, List<Unique> uniques) {
        List<String> key = columns.stream()
                .filter(column -> column.position() > 0)
                .sorted(Comparator.comparingInt(Keyed::position))
                .map(column -> column.column().name())
                .toList();
        return new UsedTable(name, columns.stream().map(Keyed::column).toList(), key, uniques);
    }

    private static UsedColumn column(ResultSet row) throws SQLException {
        String type = row.getString("typname");
        int modifier = row.getInt("modifier");
        boolean text = type.equals("varchar") || type.equals("bpchar");
        boolean number = type.equals("numeric");
        return new UsedColumn(
                row.getString("attname"),
                type,
                row.getString("typcategory"),
                text ? modifier : 0,
                number ? modifier >> 16 & 0xffff : 0,
                number ? modifier & 0x7ff : 0,
                strings(row.getArray("labels")),
                row.getBoolean("generated"),
                row.getBoolean("automatic"),
                Set.copyOf(strings(row.getArray("restrictions"))),
                parent(row));
    }

    private static @Nullable Parent parent(ResultSet row) throws SQLException {
        String table = row.getString("parent");
        return table == null ? null : new Parent(table, row.getString("parent_column"));
    }

    private static QualifiedName name(ResultSet row) throws SQLException {
        return SqlNames.relation(row.getString("nspname"), row.getString("relname"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** A column and its place in the primary key, from 1; 0 if it is not in it. */
    private record Keyed(UsedColumn column, int position) {}
}
