package dev.rehearsal.fuzz;

/**
 * A column of a generated table, and what row {@code i} holds in it. The first four rows never hold NULL, so that an
 * edit of these rows changes as many values as rows.
 */
enum Kind {
    N("int NOT NULL", "i", 0),
    INT("int", "i * 7", 8),
    SMALL("smallint", "i", 5),
    BIG("bigint", "i * 10000000000", 8),
    NUM("numeric(14,4)", "i * 0.0625", 0),
    ANY("numeric", "(i || '.50')::numeric", 8),
    REAL("real", "i / 4.0", 5),
    DBL("double precision", "i / 3.0", 0),
    BOOL("boolean", "i % 3 = 0", 5),
    TEXT("text", "'v' || i", 8),
    FULL("text NOT NULL", "'full ' || i", 0),
    VC("varchar(40)", "'vc ' || i", 5),
    CHR("char(6)", "'c' || i", 8),
    DAY("date", "date '2020-01-01' + i", 5),
    TS("timestamp", "timestamp '2020-01-01' + i * interval '1 hour 1.5 seconds'", 0),
    TZ("timestamptz", "timestamptz '2020-01-01 00:00+00' + i * interval '1 day 1 second'", 8),
    TIME("time", "time '00:00' + i * interval '1 minute'", 5),
    IV("interval", "i * interval '1 day'", 8),
    UUID("uuid", "md5(i::text)::uuid", 0),
    JSON("json", "json_build_object('a', i)", 8),
    JSONB("jsonb", "jsonb_build_object('a', i, 'b', ARRAY[i])", 5),
    ARR("int[]", "ARRAY[i, NULL, i + 1]", 8),
    TARR("text[]", "ARRAY['x', i::text]", 5),
    RANGE("int4range", "int4range(i, i + 5)", 8),
    BYTES("bytea", "decode(lpad(to_hex(i), 4, '0'), 'hex')", 0),
    INET("inet", "'10.0.0.0'::inet + i", 5),
    BITS("bit(8)", "i::bit(8)", 8),
    MONEY("money", "i::numeric::money", 5),
    POINT("point", "point(i, -i)", 8),
    VECTOR("tsvector", "to_tsvector('simple', 'word' || i)", 5);

    final String type;
    private final String value;
    private final int nullEvery;

    Kind(String type, String value, int nullEvery) {
        this.type = type;
        this.value = value;
        this.nullEvery = nullEvery;
    }

    String value() {
        return nullEvery == 0 ? value : "CASE WHEN i % " + nullEvery + " <> 0 THEN " + value + " END";
    }

    /** {@return how many of so many rows hold a value; rows are always a multiple of 120} */
    long count(long rows) {
        return nullEvery == 0 ? rows : rows - rows / nullEvery;
    }
}
