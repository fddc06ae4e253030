package dev.rehearsal.postgres.seed;

import dev.rehearsal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the project's own scripts insert under values which stand in them. What a script computes is not known;
 * functions and anonymous blocks are read as well, since an INSERT reads the same there.
 */
final class InsertedRows {
    /** For a project of which no script is known. */
    static final InsertedRows NONE = new InsertedRows();

    private static final Pattern INSERT = Pattern.compile("\\binsert\\s+into\\s+", Pattern.CASE_INSENSITIVE);

    private final Map<String, List<Row>> rows = new HashMap<>();

    private InsertedRows() {}

    static InsertedRows of(Collection<String> statements) {
        InsertedRows result = new InsertedRows();
        statements.forEach(result::read);
        return result;
    }

    /**
     * A row.
     *
     * @param schema the schema that the script names; null if it names none
     * @param columns the columns that it names; empty if it names none
     * @param values text of each value, in the order of the columns; null for one that does not stand there
     */
    record Row(@Nullable String schema, List<String> columns, List<@Nullable String> values) {
        /** {@return the value of a column, given its place among all; null if it is not known} */
        @Nullable
        String value(String column, int place) {
            int at = columns.isEmpty() ? place : columns.indexOf(column);
            return at < 0 || at >= values.size() ? null : values.get(at);
        }
    }

    /** {@return the rows that go into a table of that name} */
    List<Row> of(QualifiedName table) {
        return rows.getOrDefault(table.name(), List.of()).stream()
                .filter(row -> row.schema == null || row.schema.equals(table.schema()))
                .toList();
    }

    private void read(String statement) {
        Matcher found = INSERT.matcher(statement);
        while (found.find()) {
            InsertReader reader = new InsertReader(statement, found.end());
            List<String> name = reader.name();
            if (name.isEmpty()) {
                continue;
            }
            String table = name.get(name.size() - 1);
            @Nullable String schema = name.size() > 1 ? name.get(name.size() - 2) : null;
            List<String> columns = reader.columns();
            List<List<@Nullable String>> values = reader.rows();
            for (List<@Nullable String> row : values) {
                rows.computeIfAbsent(table, key -> new ArrayList<>()).add(new Row(schema, columns, row));
            }
        }
    }

    /** {@return a name as the server keeps it} */
    static String folded(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }
}
