package dev.rehearsal.postgres.data;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.Loss;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.testing.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** A database as it was and as it is: made alike, then one of the two is changed. */
final class TwoStates {
    private final PostgresDataComparison comparison = new PostgresDataComparison();
    private final DatabaseAddress before = TestPostgres.freshDatabase();
    private final DatabaseAddress after = TestPostgres.freshDatabase();

    private TwoStates() {}

    static TwoStates of(String setup) {
        TwoStates states = new TwoStates();
        TestPostgres.run(states.before, setup);
        TestPostgres.run(states.after, setup);
        return states;
    }

    TwoStates change(String sql) {
        TestPostgres.run(after, sql);
        return this;
    }

    List<Loss> losses() throws SQLException {
        return comparison.losses(connect(before), before(), connect(after), after());
    }

    List<String> told() throws SQLException {
        return losses().stream().map(TwoStates::tell).toList();
    }

    DataFingerprint before() throws SQLException {
        return comparison.fingerprint(connect(before), Set.of());
    }

    DataFingerprint after() throws SQLException {
        return comparison.fingerprint(connect(after), Set.of());
    }

    DatabaseAddress afterAddress() {
        return after;
    }

    private static String tell(Loss loss) {
        String column = loss.column() == null ? "" : "." + loss.column();
        String keys = loss.sampleKeys().isEmpty() ? "" : " " + loss.sampleKeys();
        return loss.relation() + column + " " + loss.kind() + " " + loss.rows() + keys;
    }

    private static DataSource connect(DatabaseAddress address) {
        return TestPostgres.connect(address);
    }
}
