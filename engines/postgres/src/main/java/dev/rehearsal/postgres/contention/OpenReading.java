package dev.rehearsal.postgres.contention;

import dev.rehearsal.dialect.Readers.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction that stays open until it is closed; the server ends it with its connection in any case. */
final class OpenReading implements Reading {
    private static final Logger LOG = LoggerFactory.getLogger(OpenReading.class);

    private final Connection connection;

    OpenReading(Connection connection) {
        this.connection = connection;
    }

    @Override
    public synchronized void close() {
        try (connection) {
            if (!connection.isClosed()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.debug("A reader's transaction ended with its connection: {}", e.getMessage());
        }
    }
}
