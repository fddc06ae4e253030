package dev.rehearsal.mariadb.catalog;

import dev.rehearsal.schema.Definition;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes SHOW CREATE TABLE apart: each of its lines is one object, and what is none of them stays with the table, so that
 * nothing is lost. Texts in it hold no line break, since the server writes {@code \n}.
 */
final class TableDefinition {
    private static final String NAME = "`((?:[^`]|``)+)`";
    private static final Pattern COLUMN = Pattern.compile(NAME + " (.*)");
    private static final Pattern KEY = Pattern.compile("((?:UNIQUE |FULLTEXT |SPATIAL )?KEY) " + NAME + " (.*)");
    private static final Pattern CONSTRAINT = Pattern.compile("CONSTRAINT " + NAME + " (.*)");
    private static final Pattern PRIMARY = Pattern.compile("PRIMARY KEY .*");
    private static final Pattern COUNTER = Pattern.compile("^(\\) ENGINE=\\S+) AUTO_INCREMENT=\\d+");
    /** The type, with its values or its length, then the character set and the collation where they are not the table's. */
    private static final Pattern TYPED = Pattern.compile(
            "^(\\w+(?:\\((?:'(?:[^'\\\\]|''|\\\\.)*'|[^')])*\\))?)(?: CHARACTER SET \\w+)?(?: COLLATE \\w+)?");

    private final QualifiedName table;
    private final Map<String, String> collations;
    private final Map<SchemaObject, Definition> objects = new LinkedHashMap<>();
    private final List<String> columns = new ArrayList<>();
    private final StringBuilder rest = new StringBuilder();

    private TableDefinition(QualifiedName table, Map<String, String> collations) {
        this.table = table;
        this.collations = collations;
    }

    /**
     * {@return the table's objects}
     *
     * @param table its name
     * @param create what SHOW CREATE TABLE says
     * @param collations character set and collation of each column that has one, whether they are written or not
     */
    static Map<SchemaObject, Definition> of(QualifiedName table, String create, Map<String, String> collations) {
        TableDefinition definition = new TableDefinition(table, collations);
        create.lines().skip(1).forEach(definition::line);
        definition.objects.put(
                new SchemaObject("table", table.toString()),
                Definitions.of(definition.rest.toString().strip()));
        definition.objects.put(
                new SchemaObject("column order", table.toString()),
                Definitions.of(String.join("\n", definition.columns)));
        return definition.objects;
    }

    private void line(String text) {
        if (!text.startsWith("  ")) {
            options(text);
            return;
        }
        String line = text.strip().replaceFirst(",$", "");
        Matcher column = COLUMN.matcher(line);
        Matcher key = KEY.matcher(line);
        Matcher constraint = CONSTRAINT.matcher(line);
        if (column.matches()) {
            String name = plain(column.group(1));
            columns.add(Names.shown(name));
            add("column", name, withCollation(name, column.group(2)));
        } else if (PRIMARY.matcher(line).matches()) {
            objects.put(new SchemaObject("constraint", table + ".primary"), Definitions.of("constraint", table, line));
        } else if (key.matches()) {
            add("index", plain(key.group(2)), key.group(1) + " " + key.group(3));
        } else if (constraint.matches()) {
            add("constraint", plain(constraint.group(1)), constraint.group(2));
        } else {
            rest.append(line).append('\n');
        }
    }

    /** The last line without the counter, which is data; and the partitions. */
    private void options(String text) {
        rest.append(COUNTER.matcher(text).replaceFirst("$1").replaceFirst("^\\) ", ""))
                .append('\n');
    }

    private String withCollation(String column, String definition) {
        String collation = collations.get(column);
        return collation == null
                ? definition
                : TYPED.matcher(definition).replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + collation));
    }

    private void add(String type, String name, String definition) {
        objects.put(new SchemaObject(type, Names.within(table, name)), Definitions.of(type, table, definition));
    }

    private static String plain(String quoted) {
        return quoted.replace("``", "`");
    }
}
