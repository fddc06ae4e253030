package dev.rehearsal;

import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Inspector.Inspected;
import dev.rehearsal.inspection.Answer;
import dev.rehearsal.inspection.InspectionReport;
import dev.rehearsal.inspection.Judgement;
import dev.rehearsal.inspection.Question;
import dev.rehearsal.inspection.Rehearsed;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.schema.SchemaSnapshot;
import dev.rehearsal.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The inspection of a migrated database: reads it, changes nothing, and holds it against the last rehearsal.
 *
 * @param project whose database it is
 * @param reports the folder of the rehearsal's reports
 * @param clock tells when it was
 */
public record DatabaseInspection(RehearsalProject project, Path reports, Clock clock) {
    /**
     * {@return what the database answered}
     *
     * @throws IOException if the rehearsal's schema cannot be read
     * @throws DatabaseUnavailableException if the database does not answer, or would not be read only
     * @throws InvalidSettingException if no database is named
     */
    public InspectionReport run() throws IOException {
        MigrationRunner runner = project.runner();
        InspectedDatabase database = new InspectedDatabase(project, "inspected", Instrument.INSPECTION);
        Inspected inspected = database.open();
        String server = database.server(inspected);
        Optional<Rehearsed> rehearsed = Rehearsed.in(reports, inspected::definition);
        List<Answer> answers = new ArrayList<>(inspected.answers(runner.ownTables()));
        if (rehearsed.isPresent()) {
            answers = compared(new Judgement(rehearsed.get()), runner, inspected, server, answers);
        } else {
            for (Question question : List.of(Question.VERSIONS, Question.SCHEMA, Question.NULLS)) {
                answers.add(Answer.notMeasured(
                        question,
                        "there is no rehearsal to hold it against: run mvn rehearsal:verify to its end, and keep "
                                + reports.resolve(Rehearsed.FILE)));
            }
        }
        answers.sort(Comparator.comparingInt(answer -> inspected.questions().indexOf(answer.question())));
        String version = rehearsed.map(Rehearsed::version).orElse(null);
        return new InspectionReport(clock.instant(), database.shown(), database.product(), server, version, answers);
    }

    private static List<Answer> compared(
            Judgement judgement, MigrationRunner runner, Inspected inspected, String server, List<Answer> answers) {
        List<Answer> all = new ArrayList<>(answers);
        all.add(versions(judgement, runner, inspected));
        try {
            SchemaSnapshot actual = inspected.schema(runner.ownTables());
            all.add(inspected.nulls(judgement.columnsToCount(actual)));
            return new ArrayList<>(judgement.all(actual, server, all));
        } catch (SQLException e) {
            all.add(Answer.notMeasured(Question.SCHEMA, String.valueOf(e.getMessage())));
            all.add(Answer.notMeasured(Question.NULLS, "the schema could not be read"));
            return all;
        }
    }

    private static Answer versions(Judgement judgement, MigrationRunner runner, Inspected inspected) {
        try {
            return judgement.versions(
                    runner.applied(inspected.source(), judgement.rehearsed().version()));
        } catch (SQLException e) {
            return Answer.notMeasured(Question.VERSIONS, String.valueOf(e.getMessage()));
        }
    }
}
