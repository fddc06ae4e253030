package dev.rehearsal.postgres.data;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Sessions on one database, closed together. */
final class DataSessions implements AutoCloseable {
    private final DataSource database;
    private final Duration deadline;
    private final List<DataSession> open = new ArrayList<>();

    DataSessions(DataSource database, Duration deadline) {
        this.database = database;
        this.deadline = deadline;
    }

    /** {@return one more session} */
    DataSession open() throws SQLException {
        DataSession session = DataSession.open(database, deadline);
        open.add(session);
        return session;
    }

    /** Opens sessions until there are so many. */
    void openUpTo(int count) throws SQLException {
        while (open.size() < count) {
            open();
        }
    }

    /** {@return all that are open} */
    List<DataSession> all() {
        return List.copyOf(open);
    }

    @Override
    public void close() throws SQLException {
        SQLException failure = null;
        for (DataSession session : open) {
            try {
                session.close();
            } catch (SQLException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
