package dev.rehearsal.seeding;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.text.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the project's own scripts insert under values which stand in them. What a script computes is not known;
 * functions and anonymous blocks are read as well, since an INSERT reads the same there.
 */
public final class InsertedRows {
    /** For a project of which no script is known. */
    public static final InsertedRows NONE = new InsertedRows();

    private final Map<String, List<Row>> rows = new HashMap<>();

    private InsertedRows() {}

    /**
     * {@return the rows of these statements}
     *
     * @param statements of all scripts
     * @param words how they are written
     */
    public static InsertedRows of(Collection<String> statements, ScriptWords words) {
        InsertedRows result = new InsertedRows();
        statements.forEach(statement -> result.read(statement, words));
        return result;
    }

    /**
     * A row.
     *
     * @param schema the schema that the script names; null if it names none
     * @param columns the columns that it names; empty if it names none
     * @param values text of each value, in the order of the columns; null for one that does not stand there
     */
    private record Row(@Nullable String schema, List<String> columns, List<@Nullable String> values) {
        /** {@return the value of a column, given its place among all; null if it is not known} */
        @Nullable
        String value(String column, int place) {
            int at = columns.isEmpty() ? place : columns.indexOf(column);
            return at < 0 || at >= values.size() ? null : values.get(at);
        }
    }

    /** {@return whether any go into the table} */
    public boolean concern(SeedTable table) {
        return !of(table.name()).isEmpty();
    }

    /**
     * {@return the values of some columns that scripts insert together, in one order each time}
     *
     * @param table where
     * @param columns which
     */
    public Set<List<String>> values(SeedTable table, List<String> columns) {
        Set<List<String>> tuples = new TreeSet<>(Comparator.comparing(List::toString));
        for (Row row : of(table.name())) {
            List<@Nullable String> tuple = columns.stream()
                    .map(column -> row.value(column, place(table, column)))
                    .toList();
            if (tuple.stream().allMatch(Objects::nonNull)) {
                tuples.add(tuple.stream().map(String::valueOf).toList());
            }
        }
        return tuples;
    }

    private static int place(SeedTable table, String column) {
        return IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).name().equals(column))
                .findFirst()
                .orElse(-1);
    }

    private List<Row> of(QualifiedName table) {
        return rows.getOrDefault(table.name(), List.of()).stream()
                .filter(row -> row.schema == null || row.schema.equals(table.schema()))
                .toList();
    }

    private void read(String text, ScriptWords words) {
        InsertReader reader = new InsertReader(text, words);
        for (Token token : reader.tokens()) {
            String body = token.kind() == Token.Kind.CONSTANT ? words.body(token.of(text)) : null;
            if (body != null && body.toLowerCase(Locale.ROOT).contains("insert")) {
                read(body, words);
            }
        }
        while (reader.findsInsert()) {
            List<String> name = reader.name();
            if (name.isEmpty()) {
                continue;
            }
            String table = name.get(name.size() - 1);
            @Nullable String schema = name.size() > 1 ? name.get(name.size() - 2) : null;
            List<String> columns = reader.columns();
            for (List<@Nullable String> row : reader.rows()) {
                rows.computeIfAbsent(table, key -> new ArrayList<>()).add(new Row(schema, columns, row));
            }
        }
    }
}
