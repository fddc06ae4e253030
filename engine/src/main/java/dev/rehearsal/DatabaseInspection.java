package dev.rehearsal;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.dialect.Inspector.Inspected;
import dev.rehearsal.dialect.Inspector.Limits;
import dev.rehearsal.flyway.ConfiguredDatabase;
import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.inspection.Answer;
import dev.rehearsal.inspection.InspectionReport;
import dev.rehearsal.inspection.Judgement;
import dev.rehearsal.inspection.Question;
import dev.rehearsal.inspection.Rehearsed;
import dev.rehearsal.postgres.PostgresDialect;
import dev.rehearsal.schema.SchemaSnapshot;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inspection of a migrated database: reads it, changes nothing, and holds it against the last rehearsal.
 *
 * @param project whose database it is
 * @param reports the folder of the rehearsal's reports
 * @param clock tells when it was
 */
public record DatabaseInspection(RehearsalProject project, Path reports, Clock clock) {
    private static final Duration DEFAULT_STATEMENT = Duration.ofSeconds(30);
    private static final Duration DEFAULT_LOCK = Duration.ofSeconds(2);

    /**
     * {@return what the database answered}
     *
     * @throws IOException if the rehearsal's schema cannot be read
     * @throws DatabaseUnavailableException if the database does not answer, or would not be read only
     * @throws InvalidSettingException if no database is named
     */
    public InspectionReport run() throws IOException {
        FlywayRunner runner = project.runner();
        DatabaseAddress address = address();
        Inspected inspected = new PostgresDialect().inspector().open(address, limits());
        String server = server(inspected, address);
        Optional<Rehearsed> rehearsed = Rehearsed.in(reports);
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
        answers.sort(Comparator.comparing(Answer::question));
        String version = rehearsed.map(Rehearsed::version).orElse(null);
        return new InspectionReport(clock.instant(), shown(address), server, version, answers);
    }

    private static List<Answer> compared(
            Judgement judgement, FlywayRunner runner, Inspected inspected, String server, List<Answer> answers) {
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

    private static Answer versions(Judgement judgement, FlywayRunner runner, Inspected inspected) {
        try {
            return judgement.versions(
                    runner.applied(inspected.source(), judgement.rehearsed().version()));
        } catch (SQLException e) {
            return Answer.notMeasured(Question.VERSIONS, String.valueOf(e.getMessage()));
        }
    }

    private static String server(Inspected inspected, DatabaseAddress address) {
        try {
            return inspected.server();
        } catch (SQLException e) {
            throw new DatabaseUnavailableException("Cannot inspect " + shown(address) + ": " + e.getMessage(), e);
        }
    }

    private DatabaseAddress address() {
        Optional<DatabaseAddress> configured = ConfiguredDatabase.of(
                new FlywayProject(project.root(), project.flyway(), List.of(), project.classes()));
        @Nullable
        String url = setting(Key.INSPECT_URL)
                .or(() -> configured.map(DatabaseAddress::url))
                .orElse(null);
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            throw new InvalidSettingException("Which database is to be inspected? Write"
                    + " -Drehearsal.inspect.url=jdbc:postgresql://host/database, or flyway.url"
                    + (url == null ? "." : "; " + url.split("[?]", 2)[0] + " is no PostgreSQL."));
        }
        // who may migrate one database is nobody on another
        Optional<DatabaseAddress> same =
                configured.filter(database -> database.url().equals(url));
        return new DatabaseAddress(
                url,
                setting(Key.INSPECT_USER)
                        .or(() -> same.map(DatabaseAddress::user))
                        .orElse(""),
                setting(Key.INSPECT_PASSWORD)
                        .or(() -> same.map(DatabaseAddress::password))
                        .orElse(""));
    }

    private Limits limits() {
        return new Limits(
                project.settings().duration(Key.INSPECT_STATEMENT_TIMEOUT).orElse(DEFAULT_STATEMENT),
                project.settings().duration(Key.INSPECT_LOCK_TIMEOUT).orElse(DEFAULT_LOCK));
    }

    private Optional<String> setting(Key key) {
        return project.settings().text(key);
    }

    /** A URL may hold a password behind its question mark. */
    private static String shown(DatabaseAddress address) {
        String url = address.url().split("[?]", 2)[0];
        return address.user().isEmpty() ? url : address.user() + "@" + url;
    }
}
