package dev.rehearsal.postgres.data;

/**
 * How values of a type become 64 bits: two values get the same hash only if they are the same to the last digit.
 *
 * <p>A type has a form of its own only where the server's hash function tells apart all that its text tells apart.
 * {@code numeric} has none: its function knows neither sign nor scale.
 */
enum Hashing {
    INTEGER("hashint4extended(%1$s::int4, %2$s)"),
    /** {@code hashint8extended} folds the halves upon each other (1 and 2^32 meet), so the upper one goes into the seed. */
    LONG("hashint8extended(%1$s::int8, %2$s # (((%1$s::int8 >> 31) # (%1$s::int8 >> 63)) * 1640531527))"),
    BOOLEAN("hashint4extended(%1$s::bool::int4, %2$s)"),
    UUID("uuid_hash_extended(%1$s, %2$s)"),
    TIMESTAMP("timestamp_hash_extended(%1$s, %2$s)"),
    TIMESTAMPTZ("timestamptz_hash_extended(%1$s, %2$s)"),
    TIMESTAMPTZ_BEFORE_18("timestamp_hash_extended(%1$s AT TIME ZONE 'UTC', %2$s)"),
    DATE("hashdateextended(%1$s, %2$s)"),
    BYTEA("hashbyteaextended(%1$s, %2$s)"),
    TEXT("hashtextextended(%1$s::text COLLATE \"C\", %2$s)"),
    /** Users may define a cast to text that tells less than the type's output. */
    OUTPUT("hashtextextended(CASE WHEN %1$s IS DISTINCT FROM NULL THEN concat(%1$s) END COLLATE \"C\", %2$s)");

    private final String template;

    Hashing(String template) {
        this.template = template;
    }

    /** {@return SQL for the hash, a bigint; NULL for NULL} */
    String hash(String value, String seed) {
        return template.formatted(value, seed);
    }

    /** {@return SQL for the text of a value} */
    String text(String value) {
        return this == OUTPUT ? "concat(" + value + ")" : value + "::text";
    }

    /** {@return whether all values fit a bigint, so that the value itself can be a seed} */
    boolean integral() {
        return this == INTEGER || this == LONG;
    }

    /** {@return the form in which values of this column can be compared with the other's} */
    Hashing against(Hashing other) {
        boolean comparable = this == other || this == OUTPUT || (integral() && other.integral());
        return comparable ? this : TEXT;
    }
}
