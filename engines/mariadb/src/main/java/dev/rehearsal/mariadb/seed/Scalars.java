package dev.rehearsal.mariadb.seed;

import dev.rehearsal.seeding.ColumnValues;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.Formula.Function;
import dev.rehearsal.seeding.TextValues;
import dev.rehearsal.seeding.TextWords;
import dev.rehearsal.seeding.ValueSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Values for the types that are neither numbers, moments nor texts. */
final class Scalars {
    private static final int MOST_LABELS = 50;

    private Scalars() {}

    static Optional<ColumnValues> of(MariaDbType type) {
        return Optional.ofNullable(
                switch (type.name()) {
                    case "enum" ->
                        ColumnValues.few(
                                type.labels().stream().map(Formula::text).toList(), 0.9);
                    case "set" ->
                        ColumnValues.plain(Math.pow(2, Math.min(type.labels().size(), MOST_LABELS)), index -> index);
                    case "bit" -> bits(type);
                    case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> bytes(type);
                    case "json" -> documents();
                    case "uuid" -> ColumnValues.plain(ValueSpace.ENDLESS, index -> uuid(index.digits()));
                    case "inet4" ->
                        ColumnValues.plain(16_000_000, index -> Formula.own("INET_NTOA(167772160 + ", index, ")"))
                                .edged(Sql.constants("'0.0.0.0'", "'255.255.255.255'"));
                    case "inet6" ->
                        ColumnValues.plain(
                                        4e9,
                                        index -> Formula.own(
                                                "CONCAT('2001:db8::', HEX(",
                                                index.dividedBy(65536),
                                                "), ':', HEX(",
                                                index.modulo(65536),
                                                "))"))
                                .edged(Sql.constants("'::'", "'::ffff:10.0.0.1'"));
                    case "time" -> times(type);
                    default -> geometry(type.name());
                });
    }

    /** {@return the identifier of a text: a random one, as its digits 13 and 17 say, which the server looks at} */
    static Formula uuid(Formula text) {
        return Formula.own(
                "CAST(INSERT(INSERT(", Formula.call(Function.DIGEST, text), ", 13, 1, '4'), 17, 1, '8') AS UUID)");
    }

    private static ColumnValues bits(MariaDbType type) {
        int length = (int) Math.max(1, type.length());
        String most = java.math.BigInteger.TWO
                .pow(length)
                .subtract(java.math.BigInteger.ONE)
                .toString();
        return ColumnValues.plain(Math.pow(2, Math.min(length, 50)), index -> index)
                .edged(Sql.constants("0", most));
    }

    private static ColumnValues bytes(MariaDbType type) {
        long limit = type.length() == 0 ? Long.MAX_VALUE : type.length();
        int told = (int) Math.min(limit, 8);
        ValueSpace unique = new ValueSpace(
                Math.pow(256, told), index -> Formula.own("UNHEX(LPAD(HEX(", index, "), " + 2 * told + ", '0'))"));
        ValueSpace common = new ValueSpace(
                50_000, index -> Formula.own("LEFT(UNHEX(MD5(", index, ")), " + Math.min(limit, 16) + ")"));
        return new ColumnValues(common, unique, Sql.constants("''", "X'00'"), 0.3);
    }

    /** {@return bytes of a length, of which each number has others} */
    static ValueSpace bytes(int length) {
        return new ValueSpace(
                Math.pow(256, Math.min(length, 6)),
                index -> Formula.own(
                        "RPAD(UNHEX(LPAD(HEX(",
                        index,
                        "), " + 2 * Math.min(length, 6) + ", '0')), " + length + ", UNHEX(SHA2(",
                        index,
                        ", 512)))"));
    }

    /** {@return documents of so many bytes} */
    static ValueSpace document(int bytes) {
        return new ValueSpace(
                1e9,
                index -> Formula.own(
                        "CONCAT('{\"id\": ', 1000000000 + ",
                        index,
                        ", ', \"text\": \"', ",
                        TextValues.filled(Formula.text(""), index, Math.max(1, bytes - 30)),
                        ", '\"}')"));
    }

    private static ColumnValues documents() {
        UnaryOperator<Formula> document = index -> Formula.own(
                "CONCAT('{\"id\": ', ",
                index,
                ", ', \"name\": \"', ",
                ValueSpace.words(TextWords.PLAIN).around(index),
                ", '\", \"tags\": [\"a\", \"b', ",
                index.modulo(7),
                ", '\"], \"active\": ', IF(",
                index.modulo(3),
                ", 'true', 'false'), '}')");
        return ColumnValues.plain(1e12, document)
                .edged(Sql.constants(
                        "'null'",
                        "'{}'",
                        "'[]'",
                        "'\"text\"'",
                        "'{\"id\": null}'",
                        "'{\"deep\": {\"er\": [1, 2.50, \"\ud83d\ude80\"]}}'"));
    }

    private static ColumnValues times(MariaDbType type) {
        ValueSpace common = new ValueSpace(1440, index -> Formula.own("SEC_TO_TIME(60 * ", index, ")"));
        ValueSpace unique = new ValueSpace(3_020_000, index -> Formula.own("SEC_TO_TIME(", index, ")"));
        List<String> edges = new ArrayList<>(List.of("'00:00:00'", "'-838:59:59'", "'838:59:59'"));
        if (type.precision() > 0) {
            edges.add("'23:59:59.9'");
        }
        return new ColumnValues(common, unique, Sql.constants(edges.toArray(new String[0])), 0);
    }

    private static @Nullable ColumnValues geometry(String name) {
        return switch (name) {
            case "point", "geometry" ->
                ColumnValues.plain(1e9, i -> Formula.own("POINT(", i.modulo(1000), ", ", i.dividedBy(1000), ")"));
            case "linestring" -> ColumnValues.plain(1e9, i -> text("LINESTRING(0 0, 1 ", i, ")"));
            case "polygon" -> ColumnValues.plain(1e9, i -> text("POLYGON((0 0, 1 ", i.plus(1), ", 2 0, 0 0))"));
            case "multipoint" -> ColumnValues.plain(1e9, i -> text("MULTIPOINT(0 0, 1 ", i, ")"));
            case "multilinestring" -> ColumnValues.plain(1e9, i -> text("MULTILINESTRING((0 0, 1 ", i, "))"));
            case "multipolygon" ->
                ColumnValues.plain(1e9, i -> text("MULTIPOLYGON(((0 0, 1 ", i.plus(1), ", 2 0, 0 0)))"));
            case "geometrycollection", "geomcollection" ->
                ColumnValues.plain(1e9, i -> text("GEOMETRYCOLLECTION(POINT(0 ", i, "))"));
            default -> null;
        };
    }

    private static Formula text(String before, Formula index, String after) {
        return Formula.own("ST_GeomFromText(CONCAT('" + before + "', ", index, ", '" + after + "'))");
    }
}
