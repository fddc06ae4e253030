package dev.rehearsal.postgres.catalog;

import dev.rehearsal.schema.Definition;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the catalogue answers, question by question. */
final class Answers {
    private Answers() {}

    /**
     * {@return what all questions together are answered, in a transaction that is rolled back}
     *
     * @param connection which does not commit by itself
     * @param batch what opens the transaction, and the questions
     */
    static SchemaSnapshot to(Connection connection, String batch) throws SQLException {
        Map<SchemaObject, Definition> definitions = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(batch);
            readAll(statement, definitions);
        } finally {
            connection.rollback();
        }
        return SchemaSnapshot.of(definitions);
    }

    private static void readAll(Statement statement, Map<SchemaObject, Definition> definitions) throws SQLException {
        do {
            ResultSet rows = statement.getResultSet();
            if (rows != null && rows.getMetaData().getColumnCount() > 1) {
                read(rows, definitions);
            }
        } while (statement.getMoreResults() || statement.getUpdateCount() != -1);
    }

    private static void read(ResultSet rows, Map<SchemaObject, Definition> definitions) throws SQLException {
        boolean owned = rows.getMetaData().getColumnCount() > 3;
        while (rows.next()) {
            SchemaObject object = new SchemaObject(rows.getString(1), rows.getString(2));
            add(definitions, object, rows.getString(3));
            if (owned) {
                add(definitions, new SchemaObject("owner of " + object.type(), object.name()), rows.getString(4));
            }
        }
    }

    /** Two objects of one name would hide each other's differences: a defect of ours, never to be passed over. */
    private static void add(
            Map<SchemaObject, Definition> definitions, SchemaObject object, @Nullable String definition) {
        if (definition == null) {
            throw new IllegalStateException("The catalogue gives no definition of " + object);
        }
        if (definitions.putIfAbsent(object, Definitions.of(object, definition)) != null) {
            throw new IllegalStateException("The catalogue names two objects " + object);
        }
    }
}
