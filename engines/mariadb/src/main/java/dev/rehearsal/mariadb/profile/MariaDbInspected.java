package dev.rehearsal.mariadb.profile;

import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Inspector.Inspected;
import dev.rehearsal.dialect.Inspector.Limits;
import dev.rehearsal.dialect.MissingInstrumentException;
import dev.rehearsal.inspection.Answer;
import dev.rehearsal.inspection.Question;
import dev.rehearsal.profile.TableStatistics;
import dev.rehearsal.schema.Definition;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A MariaDB whose statistics can be asked.
 *
 * @param connections each of which is made read only before it asks
 * @param limits how long anything may take
 */
record MariaDbInspected(DataSource connections, Limits limits) implements Inspected {
    @Override
    public DataSource source() {
        throw missing();
    }

    @Override
    public String server() throws SQLException {
        return asked(statement -> {
            try (ResultSet row = statement.executeQuery("SELECT VERSION()")) {
                row.next();
                return row.getString(1).replaceFirst("-.*", "");
            }
        });
    }

    @Override
    public List<TableStatistics> statistics(Set<QualifiedName> ignored, boolean bounds) throws SQLException {
        return asked(statement -> StatisticsReader.read(statement, ignored, bounds));
    }

    /** Its lock_wait_timeout counts whole seconds, and a question that waits longer in all is given up. */
    private <T> T asked(Asking<T> asking) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(String.format(
                    Locale.ROOT,
                    "SET SESSION transaction_read_only = 1, SESSION time_zone = '+00:00',"
                            + " SESSION max_statement_time = %.3f, SESSION lock_wait_timeout = %d",
                    limits.statement().toMillis() / 1000.0,
                    Math.max(1, limits.lock().toSeconds())));
            return asking.ask(statement);
        }
    }

    @Override
    public SchemaSnapshot schema(Set<QualifiedName> ignored) {
        throw missing();
    }

    @Override
    public List<Question> questions() {
        throw missing();
    }

    @Override
    public List<Answer> answers(Set<QualifiedName> ignored) {
        throw missing();
    }

    @Override
    public Definition definition(SchemaObject object, String text) {
        throw missing();
    }

    @Override
    public Answer nulls(List<SchemaObject> columns) {
        throw missing();
    }

    private static MissingInstrumentException missing() {
        return new MissingInstrumentException(Instrument.INSPECTION);
    }

    /** Something that is asked. */
    private interface Asking<T> {
        T ask(Statement statement) throws SQLException;
    }
}
