package dev.rehearsal.postgres.seed;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.SeedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the tables and columns that an assumption names as scripts do: quoted or not, with a schema or without. */
final class AssumedNames {
    private static final Pattern PART = Pattern.compile("\"(?:[^\"]|\"\")+\"|[^\\s.\"]+");

    private AssumedNames() {}

    /** {@return all tables of a name} */
    static List<SeedTable> tables(String name, Map<QualifiedName, SeedTable> all) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(name);
        while (part.find()) {
            parts.add(PostgresWords.folded(part.group()));
        }
        String table = parts.get(parts.size() - 1);
        return all.values().stream()
                .filter(one -> one.name().name().equals(table)
                        && (parts.size() == 1 || one.name().schema().equals(parts.get(0))))
                .toList();
    }

    /** {@return why a name is not that of one table} */
    static String notOne(String name, List<SeedTable> named) {
        return named.isEmpty()
                ? "there is no table " + name
                : name + " may be "
                        + named.stream().map(table -> table.name().toString()).collect(Collectors.joining(" or "))
                        + ": write its schema";
    }

    /** {@return columns, or expressions, of a list with commas, as the server keeps their names} */
    static List<String> folded(String list) {
        return folded(Arrays.asList(list.split(",", -1)));
    }

    static List<String> folded(List<String> columns) {
        return columns.stream().map(String::strip).map(PostgresWords::folded).toList();
    }

    /** {@return that a table lacks one of these columns; null if it has all} */
    static @Nullable String missing(List<String> columns, SeedTable table) {
        return columns.stream()
                .filter(column -> table.column(column).isEmpty())
                .findFirst()
                .map(column -> "there is no column " + column + " in " + table.name())
                .orElse(null);
    }
}
