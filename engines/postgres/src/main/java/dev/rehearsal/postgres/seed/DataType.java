package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.ColumnType;
import dev.rehearsal.seeding.SeedColumn;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type with all that is needed to make a value of it.
 *
 * @param kind what sort of type
 * @param name its bare name: {@code varchar}
 * @param sql its name for a cast, with its modifier
 * @param bare its name for a cast, without a modifier
 * @param modifier the type modifier; -1 for none
 * @param inner a domain's base, an array's element, a range's subtype, a multirange's range; null for others
 * @param labels an enum's labels
 * @param fields a composite's fields
 * @param checks a domain's CHECK expressions over {@code VALUE}
 * @param notNull whether a domain itself refuses NULL
 */
record DataType(
        Kind kind,
        String name,
        String sql,
        String bare,
        int modifier,
        @Nullable DataType inner,
        List<String> labels,
        List<DataType> fields,
        List<String> checks,
        boolean notNull)
        implements ColumnType {
    private static final Set<String> NUMBERS =
            Set.of("int2", "int4", "int8", "oid", "numeric", "float4", "float8", "money");
    private static final Set<String> MOMENTS = Set.of("date", "timestamp", "timestamptz");
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "citext");

    /** A text of so few characters is an abbreviation. */
    private static final int SHORT = 3;

    DataType {
        labels = List.copyOf(labels);
        fields = List.copyOf(fields);
        checks = List.copyOf(checks);
    }

    /** Sorts of types. */
    enum Kind {
        BASE,
        ARRAY,
        DOMAIN,
        ENUM,
        COMPOSITE,
        RANGE,
        MULTIRANGE
    }

    /** {@return whether the type, or one that it is a domain over, refuses NULL} */
    boolean refusesNull() {
        return notNull || (kind == Kind.DOMAIN && inner != null && inner.refusesNull());
    }

    /** {@return the type behind all domains} */
    DataType base() {
        return kind == Kind.DOMAIN && inner != null ? inner.base() : this;
    }

    /** {@return that of a column} */
    static DataType of(SeedColumn column) {
        return (DataType) column.type();
    }

    @Override
    public String cast() {
        return base().sql();
    }

    @Override
    public Sort sort() {
        String base = base().name();
        return NUMBERS.contains(base)
                ? Sort.NUMBER
                : MOMENTS.contains(base) ? Sort.MOMENT : TEXTS.contains(base) ? Sort.TEXT : Sort.OTHER;
    }

    @Override
    public boolean whole() {
        return base().name().matches("int[248]");
    }

    @Override
    public boolean listed() {
        return base().kind() == Kind.ENUM || base().name().equals("bool");
    }

    @Override
    public boolean small() {
        DataType base = base();
        int limit = base.modifier;
        return switch (base.name()) {
            case "varchar", "bpchar" -> limit > 4 && limit - 4 <= SHORT;
            case "numeric" -> limit > 4 && ((limit - 4) >> 16 & 0xffff) <= SHORT;
            case "bit", "varbit" -> limit > 0 && limit <= Byte.SIZE;
            default -> base.name().equals("char") || base.name().startsWith("reg");
        };
    }

    @Override
    public boolean identifies() {
        return base().name().equals("uuid");
    }

    @Override
    public boolean checksItself() {
        return kind == Kind.DOMAIN;
    }

    @Override
    public String sample() {
        DataType base = base();
        if (base.kind() == Kind.ARRAY) {
            return "'{}'";
        } else if (base.kind() == Kind.ENUM && !base.labels().isEmpty()) {
            return SeedSql.literal(base.labels().get(0));
        }
        return switch (base.name()) {
            case "int2", "int4", "int8", "numeric", "float4", "float8", "oid" -> "n";
            case "bool" -> "n % 2 = 0";
            case "date" -> "date '2024-01-01' + (n % 365)::int";
            case "timestamp", "timestamptz" -> "timestamp '2024-01-01' + n * interval '1 minute'";
            case "uuid" -> "md5(n::text)::uuid";
            case "json", "jsonb" -> "'{}'";
            default -> "'value ' || n";
        };
    }
}
