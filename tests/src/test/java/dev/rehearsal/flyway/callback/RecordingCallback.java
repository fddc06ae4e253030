package dev.rehearsal.flyway.callback;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** A Java callback of a test: leaves a row for each migration. */
public final class RecordingCallback extends BaseCallback {
    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS recorded (script text)");
            statement.execute("INSERT INTO recorded VALUES ('"
                    + context.getMigrationInfo().getScript() + "')");
        } catch (SQLException e) {
            throw new FlywayException(e);
        }
    }
}
