package dev.rehearsal.postgres.inspect;

import dev.rehearsal.inspection.Answer;
import dev.rehearsal.inspection.Question;
import dev.rehearsal.inspection.Sighting;
import dev.rehearsal.result.Severity;
import dev.rehearsal.schema.SchemaObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A question that is one query, whose columns are an object's type, its name, and what is to be said of it.
 *
 * @param question which
 * @param severity how much each row matters
 * @param sql the query; {@code {user}} holds for a schema {@code n} of the user's
 */
record Asked(Question question, Severity severity, String sql) {
    private static final String USER = "(n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')";

    Answer ask(Statement statement) throws SQLException {
        List<Sighting> sightings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql.replace("{user}", USER))) {
            while (rows.next()) {
                SchemaObject object = new SchemaObject(rows.getString(1), rows.getString(2));
                sightings.add(new Sighting(severity, object, rows.getString(3)));
            }
        }
        return Answer.of(question, sightings);
    }
}
