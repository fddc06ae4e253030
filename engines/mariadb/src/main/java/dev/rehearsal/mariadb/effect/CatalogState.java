package dev.rehearsal.mariadb.effect;

import dev.rehearsal.mariadb.catalog.InnoTable;
import dev.rehearsal.mariadb.catalog.MariaDbCatalog;
import dev.rehearsal.schema.Definition;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The catalogue at one moment.
 *
 * @param definitions of each object
 * @param stored the number of each table as InnoDB stores it, by its name
 */
record CatalogState(Map<SchemaObject, Definition> definitions, Map<String, Long> stored) {
    private static final String TABLE = "table";
    private static final Pattern NAMED = Pattern.compile("`((?:[^`]|``)+)`");

    static CatalogState read(Connection connection, Set<QualifiedName> ignored) throws SQLException {
        Map<String, Long> stored = InnoTable.read(connection).entrySet().stream()
                .collect(Collectors.toMap(
                        table -> table.getKey().toString(),
                        table -> table.getValue().id()));
        return new CatalogState(MariaDbCatalog.read(connection, ignored).definitions(), stored);
    }

    boolean hasTable(String table) {
        return definitions.containsKey(new SchemaObject(TABLE, table));
    }

    Set<String> tables() {
        return names(TABLE);
    }

    Set<String> names(String type) {
        return definitions.keySet().stream()
                .filter(object -> object.type().equals(type))
                .map(SchemaObject::name)
                .collect(Collectors.toSet());
    }

    /** {@return what belongs to a table, of one type, by its name without the table's, as it is written without quotes} */
    Map<String, String> of(String table, String type) {
        Map<String, String> found = new TreeMap<>();
        SchemaObject owner = new SchemaObject(TABLE, table);
        definitions.forEach((object, definition) -> {
            if (object.type().equals(type) && definition.belongsTo().contains(owner)) {
                found.put(bare(object.name().substring(table.length() + 1)), definition.text());
            }
        });
        return found;
    }

    /** {@return the columns of a table's primary key} */
    List<String> key(String table) {
        return columns(of(table, "constraint").getOrDefault("primary", ""));
    }

    /** {@return the names in the first brackets of a definition} */
    static List<String> columns(String definition) {
        int open = definition.indexOf('(');
        int close = definition.indexOf(')', open);
        if (open < 0 || close < 0) {
            return List.of();
        }
        Matcher names = NAMED.matcher(definition.substring(open, close));
        return names.results().map(name -> name.group(1).replace("``", "`")).toList();
    }

    private static String bare(String shown) {
        Matcher quoted = NAMED.matcher(shown);
        return quoted.matches() ? quoted.group(1).replace("``", "`") : shown;
    }
}
