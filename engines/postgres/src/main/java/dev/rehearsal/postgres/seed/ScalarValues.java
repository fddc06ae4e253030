package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.ColumnValues;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.TextWords;
import dev.rehearsal.seeding.ValueSpace;
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
                    case "bool" -> ColumnValues.few(SeedSql.constants("true", "false"), 0.7);
                    case "uuid" -> plain(ValueSpace.ENDLESS, i -> Formula.own("md5(", i, "::text)::uuid"));
                    case "bytea" ->
                        plain(ValueSpace.ENDLESS, i -> Formula.own("decode(md5(", i, "::text), 'hex')"))
                                .edged(SeedSql.constants("''::bytea", "'\\x00'::bytea"));
                    case "bit" -> bits(type, false);
                    case "varbit" -> bits(type, true);
                    case "json", "jsonb" -> documents(type);
                    case "jsonpath" -> plain(1e12, i -> Formula.own("('$.a' || ", i, ")::jsonpath"));
                    case "xml" ->
                        plain(1e12, i -> Formula.own("('<item id=\"' || ", i, " || '\"/>')::xml"))
                                .edged(SeedSql.constants("''::xml"));
                    case "inet" ->
                        plain(16_000_000, i -> Formula.own("('10.0.0.0'::inet + ", i, ")"))
                                .edged(SeedSql.constants("'::1'::inet", "'0.0.0.0/0'::inet"));
                    case "cidr" ->
                        plain(16_000_000, i -> Formula.own("set_masklen('10.0.0.0'::inet + ", i, ", 32)::cidr"))
                                .edged(SeedSql.constants("'0.0.0.0/0'::cidr"));
                    case "macaddr" -> plain(1e14, i -> Formula.own("lpad(to_hex(", i, "), 12, '0')::macaddr"));
                    case "macaddr8" -> plain(1e15, i -> Formula.own("lpad(to_hex(", i, "), 16, '0')::macaddr8"));
                    case "tsvector" ->
                        plain(1e12, i -> Formula.own("to_tsvector('simple', 'order ' || ", i, ")"))
                                .edged(SeedSql.constants("''" + cast));
                    case "tsquery" -> plain(1e12, i -> Formula.own("('order & ' || ", i, ")::tsquery"));
                    case "hstore" ->
                        plain(1e12, i -> Formula.own("('id=>' || ", i, " || ',note=>NULL')", cast))
                                .edged(SeedSql.constants("''" + cast));
                    case "ltree" ->
                        plain(1e12, i -> Formula.own("('top.n' || ", i, " % 10 || '.n' || ", i, ")", cast))
                                .edged(SeedSql.constants("''" + cast));
                    case "lquery" -> plain(1e12, i -> Formula.own("('top.*.n' || ", i, ")", cast));
                    case "ltxtquery" -> plain(1e12, i -> Formula.own("('top & n' || ", i, ")", cast));
                    case "cube" -> plain(1e12, i -> Formula.own("('(' || ", i, " || ',1)')", cast));
                    case "seg" -> plain(1e6, i -> Formula.own("(", i, "::text)", cast));
                    case "char" -> plain(26, i -> Formula.own("chr(97 + (", i, ")::int)::\"char\""));
                    case "pg_lsn" -> plain(4e9, i -> Formula.own("('0/' || to_hex(", i, "))::pg_lsn"));
                    case "xid8", "xid", "cid" -> plain(2e9, i -> Formula.own("((", i, ")::text)", cast));
                    case "tid" -> plain(60_000, i -> Formula.own("('(0,' || 1 + ", i, " || ')')::tid"));
                    case "txid_snapshot", "pg_snapshot" ->
                        plain(1e9, i -> Formula.own("('10:' || 20 + ", i, " || ':')", cast));
                    case "oidvector", "int2vector" -> plain(30_000, i -> Formula.own("(", i, "::text)", cast));
                    case "aclitem" ->
                        ColumnValues.few(
                                SeedSql.constants(
                                        "('=r/' || quote_ident(current_user))" + cast,
                                        "('=rw/' || quote_ident(current_user))" + cast),
                                0.5);
                    case "refcursor" -> plain(1e12, i -> Formula.own("('cursor ' || ", i, ")", cast));
                    case "regclass" -> ColumnValues.few(SeedSql.constants("'pg_class'" + cast, "'pg_type'" + cast), 1);
                    case "regtype" -> ColumnValues.few(SeedSql.constants("'integer'" + cast, "'text'" + cast), 1);
                    case "regproc" -> ColumnValues.few(SeedSql.constants("'now'" + cast, "'pi'" + cast), 1);
                    case "regprocedure" -> ColumnValues.few(SeedSql.constants("'now()'" + cast), 1);
                    case "regoper" -> ColumnValues.few(SeedSql.constants("'||/'" + cast), 1);
                    case "regoperator" -> ColumnValues.few(SeedSql.constants("'+(integer,integer)'" + cast), 1);
                    case "regnamespace" -> ColumnValues.few(SeedSql.constants("'pg_catalog'" + cast), 1);
                    case "regrole" -> ColumnValues.few(SeedSql.constants("current_user" + cast), 1);
                    case "regcollation" -> ColumnValues.few(SeedSql.constants("'\"C\"'" + cast), 1);
                    case "regconfig" -> ColumnValues.few(SeedSql.constants("'simple'" + cast), 1);
                    case "regdictionary" -> ColumnValues.few(SeedSql.constants("'simple'" + cast), 1);
                    default -> geometry(type.name());
                });
    }

    private static @Nullable ColumnValues geometry(String name) {
        return switch (name) {
            case "point" ->
                plain(1e9, i -> Formula.own("point(", i, " % 1000, ", i, " / 1000)"))
                        .edged(SeedSql.constants("'(0,0)'::point", "'(infinity,-infinity)'::point"));
            case "line" -> plain(1e9, i -> Formula.own("line(point(0, ", i, "), point(1, ", i, " + 1))"));
            case "lseg" -> plain(1e9, i -> Formula.own("lseg(point(0, ", i, "), point(1, ", i, "))"));
            case "box" -> plain(1e9, i -> Formula.own("box(point(2 * ", i, ", 0), point(2 * ", i, " + 1, 1))"));
            case "path" -> plain(1e9, i -> Formula.own("('((0,0),(1,' || ", i, " || '))')::path"));
            case "polygon" -> plain(1e9, i -> Formula.own("('((0,0),(1,' || ", i, " || '),(2,0))')::polygon"));
            case "circle" -> plain(1e9, i -> Formula.own("circle(point(3 * ", i, ", 0), 1)"));
            default -> null;
        };
    }

    private static ColumnValues documents(DataType type) {
        String cast = "::" + type.name();
        return plain(
                        1e12,
                        i -> Formula.own(
                                "('{\"id\": ' || ",
                                i,
                                " || ', \"name\": \"' || ",
                                ValueSpace.words(TextWords.PLAIN).around(i),
                                " || '\", \"tags\": [\"a\", \"b' || ",
                                i,
                                " % 7 || '\"], \"active\": ' || (",
                                i,
                                " % 3 > 0) || '}')" + cast))
                .edged(SeedSql.constants(
                        "'null'" + cast,
                        "'{}'" + cast,
                        "'[]'" + cast,
                        "'\"text\"'" + cast,
                        "'{\"id\": null}'" + cast,
                        "'{\"deep\": {\"er\": [1, 2.50, \"\ud83d\ude80\"]}}'" + cast));
    }

    private static ColumnValues bits(DataType type, boolean varying) {
        int length = type.modifier() > 0 ? type.modifier() : varying ? 32 : 1;
        int low = Math.min(length, 60);
        String most = "repeat('1', " + length + ")::" + type.sql();
        String least = (varying ? "''" : "repeat('0', " + length + ")") + "::" + type.sql();
        String cast = ")::bigint::bit(" + length + ")" + (varying ? "::varbit" : "");
        return plain(Math.pow(2, low), i -> Formula.own("(", i, cast)).edged(SeedSql.constants(least, most));
    }

    private static ColumnValues plain(double size, UnaryOperator<Formula> formula) {
        return ColumnValues.plain(size, formula);
    }
}
