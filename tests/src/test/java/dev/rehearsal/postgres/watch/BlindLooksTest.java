package dev.rehearsal.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.observe.Observer;
import dev.rehearsal.observe.RanStatement;
import dev.rehearsal.observe.Span;
import dev.rehearsal.sabotage.Wire;
import dev.rehearsal.testing.TestPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** An observer or a log that answers, and answers nothing, is not believed. */
class BlindLooksTest {
    private static final RunStatement STATEMENT = new RunStatement("V1__test.sql", 1, "ALTER TABLE t ADD a int");

    private final DatabaseAddress database = TestPostgres.freshDatabase();

    @Test
    void a_look_that_shows_what_an_earlier_one_did_is_the_last() throws Exception {
        String now = "(extract(epoch FROM clock_timestamp()) * 1e6)::int8, ";
        try (Observer fresh = observer(sql -> sql);
                Observer stale = observer(sql -> sql.replace(now, "1::int8, "))) {
            for (Observer observer : List.of(fresh, stale)) {
                observer.look(false);
                observer.look(true);
            }
            assertThat(fresh.failure()).isNull();
            assertThat(stale.failure()).contains("the answer of an earlier look");
            assertThat(stale.look(false)).isNull();
        }
    }

    @Test
    void a_look_that_shows_no_row_is_the_last() throws Exception {
        try (Observer observer = observer(sql -> "SELECT * FROM (" + sql + ") nothing WHERE false")) {
            observer.look(false);
            assertThat(observer.failure()).contains("no answer");
        }
    }

    @Test
    void a_log_that_shows_no_lock_is_not_read() throws Exception {
        TestPostgres.run(database, "CREATE TABLE t (id int)");
        Span wal = new Span(position(), position() + 1);
        RanStatement ran = new RanStatement(STATEMENT, 1, new Span(0, 1), 0, wal, false, false);

        assertThat(new WalLocks(maintenance(sql -> sql), 1, new KeptLog(null)).of(List.of()))
                .isEmpty();
        DataSource blind = maintenance(sql -> sql.replace("record_type = 'LOCK'", "record_type = 'NONE'"));
        assertThatThrownBy(() -> new WalLocks(blind, 1, new KeptLog(null)).of(List.of(ran)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not show what was just written to it");
    }

    private Observer observer(UnaryOperator<String> change) throws SQLException {
        return new Observer(
                Wire.tapped(WatchConnections.observer(database), change::apply), c -> new Look(c, List::of));
    }

    private DataSource maintenance(UnaryOperator<String> change) {
        return Wire.tapped(WatchConnections.maintenance(database), change::apply);
    }

    private long position() throws SQLException {
        try (var connection = TestPostgres.connect(database).getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::int8")) {
            row.next();
            return row.getLong(1);
        }
    }
}
