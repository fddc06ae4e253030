package dev.rehearsal.postgres.application;

import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.result.StatementCheck.Parameter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a statement stand for: what its file says; else a value of the column that it is compared with;
 * else an ordinary value of its type.
 */
final class Values {
    private final ApplicationSession session;
    private final ApplicationStatement statement;
    private final Map<String, @Nullable String> settled = new HashMap<>();

    Values(ApplicationSession session, ApplicationStatement statement) {
        this.session = session;
        this.statement = statement;
    }

    /** {@return each parameter with its value, in the order of the text} */
    List<Parameter> parameters() throws SQLException {
        List<String> names = statement.parameters();
        String[] types = session.types(Call.text(statement), names.size());
        ComparedColumns columns = new ComparedColumns(session, statement.sql());
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!settled.containsKey(name)) {
                settled.put(name, value(name, types[i], columns));
            }
            parameters.add(new Parameter(name, types[i], settled.get(name)));
        }
        return parameters;
    }

    private @Nullable String value(String name, String type, ComparedColumns columns) throws SQLException {
        String said = statement.values().get(name);
        if (said != null) {
            return session.value("SELECT (" + said.replace("?", "??") + ")::text");
        }
        String found = columns.value(name, type);
        return found == null ? ordinary(type) : found;
    }

    private @Nullable String ordinary(String type) throws SQLException {
        return switch (type) {
            case "int2", "int4", "int8", "numeric", "float4", "float8", "money", "oid" -> "1";
            case "bool" -> "true";
            case "text", "varchar", "bpchar", "name" -> "a";
            case "date" -> "2025-01-01";
            case "timestamp", "timestamptz" -> "2025-01-01 00:00:00+00";
            case "time", "timetz" -> "12:00:00+00";
            case "interval" -> "1 day";
            case "uuid" -> "00000000-0000-0000-0000-000000000001";
            case "json", "jsonb" -> "{}";
            case "bytea" -> "\\x00";
            default -> type.startsWith("_") ? "{}" : session.value(ColumnSql.FIRST_LABEL, type.replace("\"", ""));
        };
    }
}
