package dev.rehearsal.postgres.backfill;

import dev.rehearsal.dialect.Backfills.Write;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Single writes, each in a transaction of its own. One that is refused, or that waits for a lock, is left out. */
final class Writes {
    private static final Logger LOG = LoggerFactory.getLogger(Writes.class);

    private Writes() {}

    static List<Write> of(DataSource source, List<Write> writes) throws SQLException {
        List<Write> done = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '300ms'");
            for (Write write : writes) {
                try {
                    if (statement.executeUpdate(RowSql.of(write)) == 1) {
                        done.add(write);
                    }
                } catch (SQLException e) {
                    LOG.debug("{} was not written: {}", write.row(), e.getMessage());
                }
            }
        }
        return done;
    }
}
