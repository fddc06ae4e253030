package dev.rehearsal.postgres.watch;

import dev.rehearsal.observe.LockRow;
import dev.rehearsal.observe.LogView;
import dev.rehearsal.observe.Observer;
import dev.rehearsal.observe.RanStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** The write-ahead log of a phase: kept from its beginning, read at its end. */
final class PostgresLog implements LogView {
    private static final String DATABASE =
            "SELECT oid::int8 FROM pg_catalog.pg_database WHERE datname = current_database()";

    private final DataSource maintenance;
    private final Observer observer;
    private KeptLog kept = new KeptLog("locks are not watched");

    PostgresLog(DataSource maintenance, Observer observer) {
        this.maintenance = maintenance;
        this.observer = observer;
    }

    @Override
    public void keep() {
        kept = Objects.requireNonNullElse(observer.ask(KeptLog::from), kept);
    }

    @Override
    public Map<RanStatement, List<LockRow.Key>> of(List<RanStatement> statements) throws SQLException {
        Long database = observer.ask(PostgresLog::database);
        return new WalLocks(maintenance, database == null ? 0 : database, kept).of(statements);
    }

    private static Long database(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DATABASE)) {
            return row.next() ? row.getLong(1) : 0L;
        }
    }
}
