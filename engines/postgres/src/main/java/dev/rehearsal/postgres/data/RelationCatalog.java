package dev.rehearsal.postgres.data;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which relations hold rows of the user's: tables (a partitioned one as a whole, a parent without its children) and
 * materialized views. Foreign and temporary tables, and what belongs to an extension, do not count.
 */
final class RelationCatalog {
    private static final String COLUMNS = """
            WITH RECURSIVE domain(type, base) AS (
                SELECT oid, typbasetype FROM pg_type WHERE typtype = 'd'
                UNION ALL
                SELECT d.type, t.typbasetype FROM domain d JOIN pg_type t ON t.oid = d.base AND t.typtype = 'd'
            ), resolved AS (
                SELECT d.type, d.base FROM domain d JOIN pg_type t ON t.oid = d.base WHERE t.typtype <> 'd'
            ), own_cast AS (
                SELECT castsource FROM pg_cast WHERE casttarget = 'text'::regtype AND castfunc >= 16384
            ), attribute AS (
                SELECT a.attrelid, a.attnum, a.attname, coalesce(d.base, a.atttypid) AS type,
                    a.attnotnull AND (a.attrelid, a.attnum) NOT IN (SELECT conrelid, conkey[1] FROM pg_constraint
                        WHERE contype = 'n' AND NOT convalidated AND conrelid <> 0) AS notnull
                FROM pg_attribute a LEFT JOIN resolved d ON d.type = a.atttypid
                WHERE a.attnum > 0 AND NOT a.attisdropped
            ), relation AS (
                SELECT c.oid, n.nspname, c.relname, c.relispopulated, c.relkind = 'm' AS derived, format('%I.%I', n.nspname, c.relname) AS root,
                    CASE c.relkind
                        WHEN 'p' THEN (SELECT sum(pg_relation_size(p.relid)) FROM pg_partition_tree(c.oid) p)
                        ELSE pg_relation_size(c.oid) END AS bytes,
                    CASE c.relkind
                        WHEN 'p' THEN (SELECT array_agg(p.relid::regclass::text) FILTER (WHERE l.relkind = 'r')
                            FROM pg_partition_tree(c.oid) p JOIN pg_class l ON l.oid = p.relid
                            WHERE p.isleaf HAVING bool_and(l.relkind = 'r') IS FALSE)
                        ELSE ARRAY[format('%I.%I', n.nspname, c.relname)] END AS parts
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition AND c.relpersistence <> 't'
                    AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                    AND NOT EXISTS (SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            )
            SELECT r.nspname, r.relname, r.relispopulated, r.derived, r.bytes, r.root, r.parts, a.attname, a.notnull,
                array_position(k.conkey, a.attnum) AS key_position,
                CASE
                    WHEN a.type IN ('int2'::regtype, 'int4'::regtype) THEN 'INTEGER'
                    WHEN a.type = 'int8'::regtype THEN 'LONG'
                    WHEN a.type = 'bool'::regtype THEN 'BOOLEAN'
                    WHEN a.type = 'uuid'::regtype THEN 'UUID'
                    WHEN a.type = 'timestamp'::regtype THEN 'TIMESTAMP'
                    WHEN a.type = 'timestamptz'::regtype AND v.recent THEN 'TIMESTAMPTZ'
                    WHEN a.type = 'timestamptz'::regtype THEN 'TIMESTAMPTZ_BEFORE_18'
                    WHEN a.type = 'date'::regtype AND v.recent THEN 'DATE'
                    WHEN a.type = 'bytea'::regtype AND v.recent THEN 'BYTEA'
                    WHEN a.type IN (SELECT castsource FROM own_cast) THEN 'OUTPUT'
                    ELSE 'TEXT' END AS hashing
            FROM relation r
            CROSS JOIN (SELECT current_setting('server_version_num')::int >= 180000) v(recent)
            LEFT JOIN attribute a ON a.attrelid = r.oid
            LEFT JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype = 'p'
            ORDER BY r.nspname, r.relname, a.attnum
            """;

    private RelationCatalog() {}

    /** {@return the relations by name} */
    static Map<QualifiedName, DataRelation> read(DataSession session, Set<QualifiedName> ignored) throws SQLException {
        Map<QualifiedName, List<Row>> rows = new LinkedHashMap<>();
        for (Row row : session.list(COLUMNS, Row::read)) {
            if (!ignored.contains(row.name)) {
                rows.computeIfAbsent(row.name, name -> new ArrayList<>()).add(row);
            }
        }
        Map<QualifiedName, DataRelation> relations = new LinkedHashMap<>();
        rows.forEach((name, columns) -> relations.put(name, relation(name, columns)));
        return relations;
    }

    private static DataRelation relation(QualifiedName name, List<Row> rows) {
        List<DataColumn> columns =
                rows.stream().flatMap(row -> row.columns.stream()).toList();
        List<String> key = rows.stream()
                .filter(row -> row.keyPosition > 0)
                .sorted(Comparator.comparingInt(Row::keyPosition))
                .flatMap(row -> row.columns.stream())
                .map(DataColumn::name)
                .toList();
        Row first = rows.get(0);
        return new DataRelation(name, first.source.of(columns), columns, key, first.bytes, first.derived);
    }

    /** One row of the query: a relation with one of its columns, if it has any. */
    private record Row(
            QualifiedName name, Source source, long bytes, boolean derived, List<DataColumn> columns, int keyPosition) {
        static Row read(ResultSet row) throws SQLException {
            QualifiedName name = SqlNames.relation(row.getString("nspname"), row.getString("relname"));
            Source source = Source.read(row);
            String column = row.getString("attname");
            List<DataColumn> columns = column == null
                    ? List.of()
                    : List.of(new DataColumn(column, source.hashing(row), row.getBoolean("notnull")));
            return new Row(
                    name, source, row.getLong("bytes"), row.getBoolean("derived"), columns, row.getInt("key_position"));
        }
    }
}
