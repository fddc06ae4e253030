package dev.rehearsal.mariadb.seed;

import dev.rehearsal.seeding.CheckReader;
import dev.rehearsal.seeding.ColumnType.Sort;
import dev.rehearsal.seeding.ColumnValues;
import dev.rehearsal.seeding.Expression;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.NumberRange;
import dev.rehearsal.seeding.NumberValues;
import dev.rehearsal.seeding.Restriction;
import dev.rehearsal.seeding.SeedColumn;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.SeedTypes;
import dev.rehearsal.seeding.TextValues;
import dev.rehearsal.seeding.ValueSpace;
import dev.rehearsal.text.Lexer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of MariaDB's types.
 *
 * @param lexer takes CHECKs apart
 * @param zeroDates whether the server takes dates of zeros
 */
record MariaDbTypes(Lexer lexer, boolean zeroDates) implements SeedTypes {
    @Override
    public Map<String, Restriction> limits(SeedTable table) {
        List<Expression> checks = table.checks().stream()
                .map(check -> CheckParser.parse(check, lexer))
                .flatMap(Optional::stream)
                .toList();
        return CheckReader.read(checks, CheckReader.Demands.NONE);
    }

    /** No type has checks of its own. */
    @Override
    public void demand(SeedColumn column, Restriction limit) {}

    @Override
    public Optional<ColumnValues> values(SeedColumn column, Restriction limit) {
        MariaDbType type = MariaDbType.of(column);
        List<String> allowed = limit.allowed();
        if (allowed != null && !allowed.isEmpty()) {
            return Optional.of(
                    ColumnValues.few(allowed.stream().map(Formula::text).toList(), 0.9));
        }
        return switch (type.sort()) {
            case NUMBER -> Optional.of(number(type, column.name(), limit));
            case MOMENT -> Optional.of(Moments.of(type, column.name(), limit, zeroDates));
            case TEXT -> Optional.of(TextValues.of(Charsets.kind(type), column.name(), limit));
            case OTHER -> Scalars.of(type);
        };
    }

    private static ColumnValues number(MariaDbType type, String column, Restriction limit) {
        return switch (type.name()) {
            case "decimal" -> decimal(type, column, limit);
            case "float", "double" -> fraction(type, column, limit);
            case "year" -> NumberValues.whole(column + "_year", 1901, 2155, limit, value -> value);
            default -> whole(type, column, limit);
        };
    }

    private static ColumnValues whole(MariaDbType type, String column, Restriction limit) {
        int bits = switch (type.name()) {
            case "tinyint" -> 8;
            case "smallint" -> 16;
            case "mediumint" -> 24;
            case "int" -> 32;
            default -> 64;
        };
        double ceiling = Math.min(9e15, Math.pow(2, type.unsigned() ? bits : bits - 1) - 1);
        double floor = type.unsigned() ? 0 : Math.max(-9e15, -Math.pow(2, bits - 1));
        ColumnValues values = NumberValues.whole(column, floor, ceiling, limit, value -> value);
        if (type.flag() && !limit.checked()) {
            ValueSpace flags = ValueSpace.of(List.of(Formula.number(0), Formula.number(1)));
            return new ColumnValues(flags, values.unique(), List.of(), 0.7);
        }
        return values.edged(wholeEdges(type, column, bits));
    }

    private static List<Formula> wholeEdges(MariaDbType type, String column, int bits) {
        List<Formula> edges = new ArrayList<>(List.of(Formula.number(0)));
        if (!NumberRange.of(column).meaningful()) {
            BigInteger all = BigInteger.TWO.pow(bits);
            BigInteger half = BigInteger.TWO.pow(bits - 1);
            edges.addAll(
                    type.unsigned()
                            ? Sql.constants(all.subtract(BigInteger.ONE).toString())
                            : Sql.constants(
                                    "-1",
                                    half.subtract(BigInteger.ONE).toString(),
                                    half.negate().toString()));
        }
        return edges;
    }

    private static ColumnValues decimal(MariaDbType type, String column, Restriction limit) {
        double bound = Math.min(9e15, Math.pow(10, type.precision()) - 1);
        if (type.unsigned()) {
            limit.notBelow("0");
        }
        BigDecimal step = BigDecimal.ONE.movePointLeft(type.scale());
        ColumnValues values = NumberValues.fraction(
                column,
                bound,
                type.scale(),
                limit,
                value -> type.scale() == 0 ? value : Formula.own("(", value, " * " + step.toPlainString() + ")"));
        List<Formula> edges = new ArrayList<>(List.of(Formula.number(0)));
        if (!NumberRange.of(column).meaningful()) {
            String most = BigDecimal.TEN
                    .pow(type.precision())
                    .subtract(BigDecimal.ONE)
                    .movePointLeft(type.scale())
                    .toPlainString();
            edges.addAll(type.unsigned() ? Sql.constants(most) : Sql.constants(most, "-" + most));
        }
        return values.edged(edges);
    }

    private static ColumnValues fraction(MariaDbType type, String column, Restriction limit) {
        boolean declared = type.sql().matches("(float|double)\\(\\d+,\\d+\\).*");
        int scale = declared ? type.scale() : 2;
        double bound = declared
                ? Math.min(9e15, Math.pow(10, type.precision()) - 1)
                : type.name().equals("float") ? 999_999 : 9e15;
        if (type.unsigned()) {
            limit.notBelow("0");
        }
        String step = BigDecimal.ONE.movePointLeft(scale).toPlainString();
        ColumnValues values = NumberValues.fraction(
                column, bound, scale, limit, value -> Formula.own("(", value, " * " + step + ")"));
        boolean extreme = !declared && !NumberRange.of(column).meaningful();
        String most = type.name().equals("float") ? "3.4028e38" : "1.7976931348623157e308";
        return values.edged(
                !extreme
                        ? List.of(Formula.number(0))
                        : type.unsigned() ? Sql.constants("0", most) : Sql.constants("0", "-1", most, "-" + most));
    }

    @Override
    public Optional<ColumnValues> weighing(
            SeedColumn column, Restriction limit, ColumnValues natural, long width, long distinct) {
        MariaDbType type = MariaDbType.of(column);
        int bytes = (int) Math.max(1, Math.min(width, Integer.MAX_VALUE));
        ValueSpace space = switch (type.name()) {
            case "varbinary", "tinyblob", "blob", "mediumblob", "longblob" ->
                Scalars.bytes(type.length() == 0 ? bytes : (int) Math.min(bytes, type.length()));
            case "json" -> Scalars.document(bytes);
            default -> TextValues.weighing(Charsets.kind(type), column.name(), limit, bytes, distinct);
        };
        return Optional.of(new ColumnValues(space, space, List.of(), natural.skew()));
    }

    @Override
    public Formula identifier(Formula text) {
        return Scalars.uuid(text);
    }

    @Override
    public boolean fits(SeedColumn column, String constant) {
        return column.type().sort() != Sort.NUMBER || Restriction.number(constant) != null;
    }

    @Override
    public String wide() {
        return "varchar, text, varbinary, blob and json";
    }

    @Override
    public boolean isWide(SeedColumn column) {
        String name = MariaDbType.of(column).name();
        return name.equals("varchar")
                || name.endsWith("text")
                || name.equals("varbinary")
                || name.endsWith("blob")
                || name.equals("json");
    }
}
