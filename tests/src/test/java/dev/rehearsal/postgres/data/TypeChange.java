package dev.rehearsal.postgres.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One change to a column of some type.
 *
 * @param type the type
 * @param old a value, as SQL
 * @param now another one
 */
record TypeChange(String type, String old, String now) {
    /** What makes the types that are not built in. */
    static final String TYPES = """
            CREATE EXTENSION IF NOT EXISTS hstore;
            CREATE EXTENSION IF NOT EXISTS ltree;
            CREATE EXTENSION IF NOT EXISTS citext;
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TYPE pair AS (a int, b text);
            CREATE DOMAIN positive AS bigint CHECK (VALUE > 0);
            CREATE DOMAIN more_positive AS positive;
            CREATE TYPE floatrange AS RANGE (subtype = float8);
            CREATE TYPE secret AS (a int);
            CREATE FUNCTION hide(secret) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT ''hidden''';
            CREATE CAST (secret AS text) WITH FUNCTION hide(secret);
            CREATE COLLATION ignoring_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
            """;

    private static final String[][] VALUES = {
        {"smallint", "1", "-1", "2"},
        {"integer", "1", "-1", "0", "2147483647", "-2147483648"},
        {"bigint", "1", "4294967296", "-1", "-4294967297", "2147483649", "-2147483647", "9223372036854775807"},
        {"bigint", "0", "-1", "-9223372036854775808", "-2147483649", "4294967295"},
        {"boolean", "true", "false"},
        {"numeric", "1", "-1", "10000", "0.5", "0.50", "'NaN'", "'Infinity'", "'-Infinity'"},
        {"numeric(10,2)", "0.5", "-0.5", "50"},
        {"real", "0", "'-0'", "'NaN'", "1e-30", "0.1", "0.10000001"},
        {"double precision", "0", "'-0'", "'NaN'", "'Infinity'", "0.1", "0.30000000000000004", "0.3"},
        {"text", "''", "'a'", "'A'", "'a '", "E'a\\n'", "'ä'", "E'a\\u0308'"},
        {"text COLLATE ignoring_case", "'a'", "'A'"},
        {"varchar(20)", "'a'", "'a '", "''"},
        {"char(5)", "'a'", "'b'"},
        {"\"char\"", "'a'", "'b'"},
        {"name", "'a'", "'b'"},
        {"citext", "'a'", "'A'"},
        {"bytea", "'\\x00'", "'\\x0000'", "''"},
        {"uuid", "'00000000-0000-0000-0000-000000000001'", "'00000000-0000-0001-0000-000000000000'"},
        {"date", "'2020-01-01'", "'2020-01-02'", "'infinity'", "'-infinity'", "'5874897-12-31'"},
        {"time", "'01:00'", "'01:00:00.000001'", "'24:00'"},
        {"timetz", "'01:00+00'", "'02:00+01'"},
        {"timestamp", "'2020-01-01'", "'2020-01-01 00:00:00.000001'", "'infinity'", "'-infinity'"},
        {"timestamptz", "'2020-01-01Z'", "'2020-01-01 00:00:00.000001Z'", "'infinity'", "'-infinity'"},
        {"interval", "'1 mon'", "'30 days'", "'720:00:00'", "'-1 mon'"},
        {"json", "'{\"a\":1,\"b\":2}'", "'{\"b\":2,\"a\":1}'", "'{\"a\":1, \"b\":2}'", "'null'"},
        {"jsonb", "'{\"a\":1}'", "'{\"a\":1.0}'", "'null'", "'[]'"},
        {"xml", "'<a/>'", "'<a></a>'"},
        {"jsonpath", "'$.a'", "'$.b'"},
        {"mood", "'sad'", "'happy'"},
        {"positive", "1", "4294967296"},
        {"more_positive", "1", "4294967296"},
        {"pair", "'(1,x)'", "'(1,)'", "'(,)'", "'(1,\"\")'"},
        {"secret", "'(1)'", "'(2)'"},
        {"integer[]", "'{1,2}'", "'{2,1}'", "'[0:1]={1,2}'", "'{{1,2}}'", "'{}'", "'{NULL}'"},
        {"bigint[]", "'{1}'", "'{4294967296}'"},
        {"numeric[]", "'{1}'", "'{-1}'", "'{1.0}'"},
        {"text[]", "'{NULL}'", "'{\"NULL\"}'", "'{\"\"}'", "'{a,b}'", "'{\"a,b\"}'"},
        {"mood[]", "'{sad}'", "'{ok}'"},
        {"pair[]", "'{\"(1,x)\"}'", "'{\"(2,x)\"}'"},
        {"int4range", "'[1,5)'", "'[1,6)'", "'empty'", "'(,)'"},
        {"numrange", "'[1,5)'", "'[1.0,5)'", "'(1,5)'", "'[-1,5)'"},
        {"tstzrange", "'[2020-01-01,2021-01-01)'", "'[2020-01-01,2021-01-01]'"},
        {"floatrange", "'[0,1)'", "'[-0,1)'"},
        {"int4multirange", "'{[1,2),[5,6)}'", "'{[1,2)}'", "'{}'"},
        {"money", "'1.23'", "'1.24'", "'-1.23'"},
        {"bit(4)", "'1010'", "'0101'"},
        {"bit varying", "'1'", "'10'", "''"},
        {"inet", "'10.0.0.1'", "'10.0.0.1/24'", "'::1'"},
        {"cidr", "'10.0.0.0/8'", "'10.0.0.0/9'"},
        {"macaddr", "'08:00:2b:01:02:03'", "'08:00:2b:01:02:04'"},
        {"macaddr8", "'08:00:2b:01:02:03:04:05'", "'08:00:2b:01:02:03:04:06'"},
        {"point", "'(0,0)'", "'(-0,0)'", "'(0,1)'"},
        {"line", "'{1,2,3}'", "'{2,4,6}'"},
        {"lseg", "'[(0,0),(1,1)]'", "'[(1,1),(0,0)]'"},
        {"box", "'(1,1),(0,0)'", "'(2,1),(0,0)'"},
        {"path", "'[(0,0),(1,1)]'", "'((0,0),(1,1))'"},
        {"polygon", "'((0,0),(1,1))'", "'((0,0),(1,2))'"},
        {"circle", "'<(0,0),1>'", "'<(0,0),2>'"},
        {"tsvector", "'a:1 b:2'", "'a:1 b:3'", "'a b'", "''"},
        {"tsquery", "'a & b'", "'a | b'"},
        {"hstore", "'a=>1'", "'a=>NULL'", "'a=>\"NULL\"'", "''"},
        {"ltree", "'a.b'", "'a.c'"},
        {"pg_lsn", "'0/1'", "'1/0'"},
        {"oid", "1", "4294967295"},
        {"regclass", "'pg_class'", "'pg_type'"},
        {"xid8", "'1'", "'4294967296'"},
        {"pg_snapshot", "'1:2:'", "'1:3:'"},
        {"tid", "'(0,1)'", "'(1,0)'"},
    };

    /** {@return the value with its type named} */
    String cast(String value) {
        return "CAST(%s AS %s)".formatted(value, type.replaceAll(" COLLATE .*", ""));
    }

    /** {@return for each type every pair of different values, and each value against NULL} */
    static List<List<TypeChange>> byType() {
        return Arrays.stream(VALUES).map(TypeChange::pairs).toList();
    }

    private static List<TypeChange> pairs(String... line) {
        List<TypeChange> changes = new ArrayList<>();
        for (int i = 1; i < line.length; i++) {
            for (int j = i + 1; j < line.length; j++) {
                changes.add(new TypeChange(line[0], line[i], line[j]));
            }
            changes.add(new TypeChange(line[0], line[i], "NULL"));
        }
        return changes;
    }
}
