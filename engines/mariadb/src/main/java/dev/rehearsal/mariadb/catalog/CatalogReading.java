package dev.rehearsal.mariadb.catalog;

import static dev.rehearsal.mariadb.catalog.Questions.USERS;

import dev.rehearsal.schema.Definition;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One reading of all schemas of the user's: tables line by line, everything else as the server would make it again. */
final class CatalogReading {
    private static final String SCHEMATA = "SELECT SCHEMA_NAME, DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME,"
            + " SCHEMA_COMMENT FROM information_schema.SCHEMATA WHERE SCHEMA_NAME" + USERS;
    private static final String COLLATIONS =
            "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, CHARACTER_SET_NAME, COLLATION_NAME"
                    + " FROM information_schema.COLUMNS WHERE COLLATION_NAME IS NOT NULL AND TABLE_SCHEMA" + USERS;
    private static final String RELATIONS =
            "SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE FROM information_schema.TABLES WHERE TABLE_SCHEMA" + USERS;
    private static final String TRIGGERS =
            "SELECT TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_OBJECT_TABLE, ACTION_ORDER FROM information_schema.TRIGGERS"
                    + " WHERE TRIGGER_SCHEMA" + USERS;
    private static final String ROUTINES =
            "SELECT ROUTINE_SCHEMA, ROUTINE_NAME, ROUTINE_TYPE FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA"
                    + USERS;
    /** An event that begins when it is made shows a different moment each time. */
    private static final String EVENTS = "SELECT EVENT_SCHEMA, EVENT_NAME, STARTS = CREATED"
            + " FROM information_schema.EVENTS WHERE EVENT_SCHEMA" + USERS;

    private final Questions questions;
    private final Set<QualifiedName> ignored;
    private final Map<SchemaObject, Definition> found = new HashMap<>();

    private CatalogReading(Questions questions, Set<QualifiedName> ignored) {
        this.questions = questions;
        this.ignored = ignored;
    }

    static SchemaSnapshot of(Connection connection, Set<QualifiedName> ignored) throws SQLException {
        CatalogReading reading = new CatalogReading(Questions.on(connection), ignored);
        reading.schemas();
        reading.relations();
        reading.triggers();
        reading.routines();
        reading.events();
        return SchemaSnapshot.of(reading.found);
    }

    private void schemas() throws SQLException {
        for (List<String> row : questions.rows(SCHEMATA)) {
            String comment = row.get(3).isEmpty() ? "" : " COMMENT " + row.get(3);
            found.put(
                    new SchemaObject("schema", Names.shown(row.get(0))),
                    Definitions.of("DEFAULT CHARACTER SET " + row.get(1) + " COLLATE " + row.get(2) + comment));
        }
    }

    private void relations() throws SQLException {
        Map<QualifiedName, Map<String, String>> collations = collations();
        for (List<String> row : questions.rows(RELATIONS)) {
            QualifiedName name = Names.relation(row.get(0), row.get(1));
            if (ignored.contains(name)) {
                continue;
            }
            switch (row.get(2)) {
                case "VIEW" -> program("VIEW", name, name.toString());
                case "SEQUENCE" -> program("SEQUENCE", name, name.toString());
                default ->
                    found.putAll(TableDefinition.of(
                            name,
                            questions.create("TABLE", Names.quoted(name)).getOrDefault("Create Table", ""),
                            collations.getOrDefault(name, Map.of())));
            }
        }
    }

    private Map<QualifiedName, Map<String, String>> collations() throws SQLException {
        Map<QualifiedName, Map<String, String>> collations = new HashMap<>();
        for (List<String> row : questions.rows(COLLATIONS)) {
            collations
                    .computeIfAbsent(Names.relation(row.get(0), row.get(1)), table -> new HashMap<>())
                    .put(row.get(2), " CHARACTER SET " + row.get(3) + " COLLATE " + row.get(4));
        }
        return collations;
    }

    private void triggers() throws SQLException {
        for (List<String> row : questions.rows(TRIGGERS)) {
            QualifiedName table = Names.relation(row.get(0), row.get(2));
            if (!ignored.contains(table)) {
                QualifiedName trigger = Names.relation(row.get(0), row.get(1));
                found.put(
                        new SchemaObject("trigger", Names.within(table, row.get(1))),
                        Definitions.of(
                                "trigger", table, definition("TRIGGER", trigger) + "\naction order " + row.get(3)));
            }
        }
    }

    private void routines() throws SQLException {
        for (List<String> row : questions.rows(ROUTINES)) {
            QualifiedName name = Names.relation(row.get(0), row.get(1));
            program(row.get(2), name, name.toString());
        }
    }

    private void events() throws SQLException {
        for (List<String> row : questions.rows(EVENTS)) {
            QualifiedName name = Names.relation(row.get(0), row.get(1));
            String definition = definition("EVENT", name);
            found.put(
                    new SchemaObject("event", name.toString()),
                    Definitions.of(
                            row.get(2).equals("1") ? definition.replaceFirst(" STARTS '[^']*'", "") : definition));
        }
    }

    private void program(String type, QualifiedName name, String shown) throws SQLException {
        found.put(
                new SchemaObject(type.toLowerCase(java.util.Locale.ROOT), shown),
                Definitions.of(definition(type, name)));
    }

    /** What the server shows, the text first, then the settings under which it was made; the moment is left out. */
    private String definition(String type, QualifiedName name) throws SQLException {
        StringBuilder text = new StringBuilder();
        StringBuilder settings = new StringBuilder();
        boolean first = true;
        for (Map.Entry<String, String> column :
                questions.create(type, Names.quoted(name)).entrySet()) {
            if (column.getKey().startsWith("Create ") || column.getKey().equals("SQL Original Statement")) {
                text.append(column.getValue());
            } else if (!first && !column.getKey().equals("Created")) {
                settings.append('\n').append(column.getKey()).append(' ').append(column.getValue());
            }
            first = false;
        }
        return text.append(settings).toString();
    }
}
