package dev.rehearsal.postgres.inspect;

import dev.rehearsal.dialect.Inspector.Inspected;
import dev.rehearsal.dialect.Inspector.Limits;
import dev.rehearsal.inspection.Answer;
import dev.rehearsal.inspection.Question;
import dev.rehearsal.inspection.Sighting;
import dev.rehearsal.postgres.catalog.Definitions;
import dev.rehearsal.postgres.catalog.PostgresCatalog;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.profile.TableStatistics;
import dev.rehearsal.result.Severity;
import dev.rehearsal.schema.Definition;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A PostgreSQL that can be asked.
 *
 * @param source connections that can only read
 * @param limits how long anything may take
 */
record PostgresInspected(DataSource source, Limits limits) implements Inspected {
    @Override
    public String server() throws SQLException {
        return work().run(statement -> {
            try (ResultSet row = statement.executeQuery("SELECT current_setting('server_version')")) {
                row.next();
                return row.getString(1);
            }
        });
    }

    @Override
    public SchemaSnapshot schema(Set<QualifiedName> ignored) throws SQLException {
        return PostgresCatalog.within(limits.statement(), limits.lock()).snapshot(source, ignored);
    }

    @Override
    public List<TableStatistics> statistics(Set<QualifiedName> ignored, boolean bounds) throws SQLException {
        return work().run(statement -> StatisticsQuestion.ask(statement, ignored, bounds));
    }

    @Override
    public List<Question> questions() {
        return PostgresQuestions.ALL;
    }

    @Override
    public List<Answer> answers(Set<QualifiedName> ignored) {
        Set<String> hidden = new HashSet<>();
        ignored.forEach(table -> hidden.add(SqlNames.display(table)));
        List<Answer> answers = new ArrayList<>();
        List<Asked> all = new ArrayList<>(StructureQuestions.ALL);
        all.addAll(UseQuestions.ALL);
        all.forEach(asked -> answers.add(without(hidden, measured(asked.question(), asked::ask))));
        answers.add(SequenceQuestion.ask(work()));
        answers.add(measured(PostgresQuestions.SLOW_STATEMENTS, SlowStatements::ask));
        return answers;
    }

    @Override
    public Definition definition(SchemaObject object, String text) {
        return Definitions.of(object, text);
    }

    @Override
    public Answer nulls(List<SchemaObject> columns) {
        List<Sighting> sightings = new ArrayList<>();
        List<String> notMeasured = new ArrayList<>();
        for (SchemaObject column : columns) {
            try {
                long nulls = work().run(statement -> count(statement, column));
                if (nulls > 0) {
                    sightings.add(new Sighting(Severity.ERROR, column, "is NULL in " + nulls + " rows"));
                }
            } catch (SQLException e) {
                notMeasured.add(column.name() + ": " + Reasons.of(e));
            }
        }
        return new Answer(Question.NULLS, sightings, notMeasured.isEmpty() ? null : String.join("; ", notMeasured));
    }

    private static long count(Statement statement, SchemaObject column) throws SQLException {
        String table = SqlNames.parent(column.name());
        String name = column.name().substring(table.length() + 1);
        String sql = "SELECT count(*) FROM " + table + " WHERE " + name + " IS NULL";
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Answer measured(Question question, ReadOnlyWork.Asking<Answer> asking) {
        try {
            return work().run(asking);
        } catch (SQLException e) {
            return Answer.notMeasured(question, Reasons.of(e));
        }
    }

    private static Answer without(Set<String> hidden, Answer answer) {
        return new Answer(
                answer.question(),
                answer.sightings().stream()
                        .filter(sighting -> !hidden.contains(sighting.object().name())
                                && !hidden.contains(
                                        SqlNames.parent(sighting.object().name())))
                        .toList(),
                answer.notMeasured());
    }

    private ReadOnlyWork work() {
        return new ReadOnlyWork(source);
    }
}
