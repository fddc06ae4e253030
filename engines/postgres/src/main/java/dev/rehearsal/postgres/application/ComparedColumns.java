package dev.rehearsal.postgres.application;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds, for a parameter, the column that it is compared with or written to, where that is plain to see: it stands right
 * before it, or is called like it ({@code :userId} and {@code user_id}).
 */
final class ComparedColumns {
    private static final String NAME = "(?:\"[^\"]+\"|[A-Za-z_][\\w$]*)";
    private static final Pattern TABLE = Pattern.compile(
            "(?i)\\b(?:from|join|update|into)\\s+(?:only\\s+)?(?<table>" + NAME + "(?:\\." + NAME + ")?)"
                    + "(?:\\s+(?:as\\s+)?(?<alias>(?!(?:where|set|on|join|left|inner|order|group|limit|values|using)\\b)"
                    + NAME + "))?");
    private static final Pattern INSERT = Pattern.compile("(?is)\\s*insert\\b.*");
    private static final String BEFORE = "(?:(?<alias>" + NAME + ")\\.)?(?<column>" + NAME
            + ")\\s*(?:=|<>|!=|<=|>=|<|>|i?like|(?:not\\s+)?in\\s*\\(|=\\s*any\\s*\\()\\s*:";

    private final ApplicationSession session;
    private final String sql;
    private final boolean insert;
    private final Map<String, String> tables = new LinkedHashMap<>();

    ComparedColumns(ApplicationSession session, String sql) {
        this.session = session;
        this.sql = sql;
        this.insert = INSERT.matcher(sql).matches();
        Matcher matcher = TABLE.matcher(sql);
        while (matcher.find()) {
            String table = matcher.group("table");
            tables.put(table, table);
            String alias = matcher.group("alias");
            if (alias != null) {
                tables.put(alias, table);
            }
        }
    }

    /** {@return a value that the database holds there; null if no such column is found, or it is empty} */
    @Nullable
    String value(String parameter, String type) throws SQLException {
        Matcher matcher = Pattern.compile("(?i)" + BEFORE + parameter + "\\b").matcher(sql);
        if (matcher.find()) {
            String alias = matcher.group("alias");
            List<String> among =
                    alias == null ? all() : Stream.ofNullable(tables.get(alias)).toList();
            return value(among, matcher.group("column"), type);
        }
        return value(all(), parameter.replaceAll("([a-z0-9])([A-Z])", "$1_$2"), type);
    }

    private List<String> all() {
        return tables.values().stream().distinct().toList();
    }

    private @Nullable String value(List<String> among, String column, String type) throws SQLException {
        String name =
                column.startsWith("\"") ? column.substring(1, column.length() - 1) : column.toLowerCase(Locale.ROOT);
        List<String> queries = new ArrayList<>();
        for (String table : among) {
            String query = session.value(ColumnSql.VALUE_QUERY, type, table, name, insert);
            if (query != null) {
                queries.add(query);
            }
        }
        return queries.size() == 1 ? session.value(queries.get(0)) : null;
    }
}
