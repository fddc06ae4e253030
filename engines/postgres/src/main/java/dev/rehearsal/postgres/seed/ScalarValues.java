package dev.rehearsal.postgres.seed;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Values for the built-in types that are neither numbers, times nor texts, and for those of common extensions. */
final class ScalarValues {
    private ScalarValues() {}

    static Optional<ColumnValues> of(DataType type) {
        String cast = "::" + type.sql();
        return Optional.ofNullable(
                switch (type.name()) {
                    case "bool" -> ColumnValues.few(List.of("true", "false"), 0.7);
                    case "uuid" -> plain(ValueSpace.ENDLESS, i -> "md5(" + i + "::text)::uuid");
                    case "bytea" ->
                        plain(ValueSpace.ENDLESS, i -> "decode(md5(" + i + "::text), 'hex')")
                                .edged("''::bytea", "'\\x00'::bytea");
                    case "bit" -> bits(type, i -> i);
                    case "varbit" -> bits(type, i -> "varbit");
                    case "json", "jsonb" -> documents(type);
                    case "jsonpath" -> plain(1e12, i -> "('$.a' || " + i + ")::jsonpath");
                    case "xml" ->
                        plain(1e12, i -> "('<item id=\"' || " + i + " || '\"/>')::xml")
                                .edged("''::xml");
                    case "inet" ->
                        plain(16_000_000, i -> "('10.0.0.0'::inet + " + i + ")")
                                .edged("'::1'::inet", "'0.0.0.0/0'::inet");
                    case "cidr" ->
                        plain(16_000_000, i -> "set_masklen('10.0.0.0'::inet + " + i + ", 32)::cidr")
                                .edged("'0.0.0.0/0'::cidr");
                    case "macaddr" -> plain(1e14, i -> "lpad(to_hex(" + i + "), 12, '0')::macaddr");
                    case "macaddr8" -> plain(1e15, i -> "lpad(to_hex(" + i + "), 16, '0')::macaddr8");
                    case "tsvector" ->
                        plain(1e12, i -> "to_tsvector('simple', 'order ' || " + i + ")")
                                .edged("''" + cast);
                    case "tsquery" -> plain(1e12, i -> "('order & ' || " + i + ")::tsquery");
                    case "hstore" ->
                        plain(1e12, i -> "('id=>' || " + i + " || ',note=>NULL')" + cast)
                                .edged("''" + cast);
                    case "ltree" ->
                        plain(1e12, i -> "('top.n' || " + i + " % 10 || '.n' || " + i + ")" + cast)
                                .edged("''" + cast);
                    case "lquery" -> plain(1e12, i -> "('top.*.n' || " + i + ")" + cast);
                    case "ltxtquery" -> plain(1e12, i -> "('top & n' || " + i + ")" + cast);
                    case "cube" -> plain(1e12, i -> "('(' || " + i + " || ',1)')" + cast);
                    case "seg" -> plain(1e6, i -> "(" + i + "::text)" + cast);
                    case "char" -> plain(26, i -> "chr(97 + (" + i + ")::int)::\"char\"");
                    case "pg_lsn" -> plain(4e9, i -> "('0/' || to_hex(" + i + "))::pg_lsn");
                    case "xid8", "xid", "cid" -> plain(2e9, i -> "((" + i + ")::text)" + cast);
                    case "tid" -> plain(60_000, i -> "('(0,' || 1 + " + i + " || ')')::tid");
                    case "txid_snapshot", "pg_snapshot" -> plain(1e9, i -> "('10:' || 20 + " + i + " || ':')" + cast);
                    case "oidvector", "int2vector" -> plain(30_000, i -> "(" + i + "::text)" + cast);
                    case "aclitem" ->
                        ColumnValues.few(
                                        List.of(
                                                "'=r/' || quote_ident(current_user)",
                                                "'=rw/' || quote_ident(current_user)"),
                                        0.5)
                                .map(value -> "(" + value + ")" + cast);
                    case "refcursor" -> plain(1e12, i -> "('cursor ' || " + i + ")" + cast);
                    case "regclass" -> ColumnValues.few(List.of("'pg_class'" + cast, "'pg_type'" + cast), 1);
                    case "regtype" -> ColumnValues.few(List.of("'integer'" + cast, "'text'" + cast), 1);
                    case "regproc" -> ColumnValues.few(List.of("'now'" + cast, "'pi'" + cast), 1);
                    case "regprocedure" -> ColumnValues.few(List.of("'now()'" + cast), 1);
                    case "regoper" -> ColumnValues.few(List.of("'||/'" + cast), 1);
                    case "regoperator" -> ColumnValues.few(List.of("'+(integer,integer)'" + cast), 1);
                    case "regnamespace" -> ColumnValues.few(List.of("'pg_catalog'" + cast), 1);
                    case "regrole" -> ColumnValues.few(List.of("current_user" + cast), 1);
                    case "regcollation" -> ColumnValues.few(List.of("'\"C\"'" + cast), 1);
                    case "regconfig" -> ColumnValues.few(List.of("'simple'" + cast), 1);
                    case "regdictionary" -> ColumnValues.few(List.of("'simple'" + cast), 1);
                    default -> geometry(type.name());
                });
    }

    private static @Nullable ColumnValues geometry(String name) {
        return switch (name) {
            case "point" ->
                plain(1e9, i -> "point(" + i + " % 1000, " + i + " / 1000)")
                        .edged("'(0,0)'::point", "'(infinity,-infinity)'::point");
            case "line" -> plain(1e9, i -> "line(point(0, " + i + "), point(1, " + i + " + 1))");
            case "lseg" -> plain(1e9, i -> "lseg(point(0, " + i + "), point(1, " + i + "))");
            case "box" -> plain(1e9, i -> "box(point(2 * " + i + ", 0), point(2 * " + i + " + 1, 1))");
            case "path" -> plain(1e9, i -> "('((0,0),(1,' || " + i + " || '))')::path");
            case "polygon" -> plain(1e9, i -> "('((0,0),(1,' || " + i + " || '),(2,0))')::polygon");
            case "circle" -> plain(1e9, i -> "circle(point(3 * " + i + ", 0), 1)");
            default -> null;
        };
    }

    private static ColumnValues documents(DataType type) {
        String cast = "::" + type.name();
        return plain(
                        1e12,
                        i -> "('{\"id\": ' || " + i + " || ', \"name\": \"' || "
                                + ValueSpace.words(TextWords.PLAIN).around(i) + " || '\", \"tags\": [\"a\", \"b' || "
                                + i
                                + " % 7 || '\"], \"active\": ' || (" + i + " % 3 > 0) || '}')" + cast)
                .edged(
                        "'null'" + cast,
                        "'{}'" + cast,
                        "'[]'" + cast,
                        "'\"text\"'" + cast,
                        "'{\"id\": null}'" + cast,
                        "'{\"deep\": {\"er\": [1, 2.50, \"\ud83d\ude80\"]}}'" + cast);
    }

    private static ColumnValues bits(DataType type, UnaryOperator<String> kind) {
        int length = type.modifier() > 0 ? type.modifier() : kind.apply("").isEmpty() ? 1 : 32;
        int low = Math.min(length, 60);
        String varying = kind.apply("").isEmpty() ? "" : "::varbit";
        String most = "repeat('1', " + length + ")::" + type.sql();
        String least = (varying.isEmpty() ? "repeat('0', " + length + ")" : "''") + "::" + type.sql();
        return plain(Math.pow(2, low), i -> "(" + i + ")::bigint::bit(" + length + ")" + varying)
                .edged(least, most);
    }

    private static ColumnValues plain(double size, UnaryOperator<String> formula) {
        return new ColumnValues(
                new ValueSpace(Math.min(size, 50_000), formula), new ValueSpace(size, formula), List.of(), 0.3);
    }
}
