package dev.rehearsal.postgres.removal;

import dev.rehearsal.dialect.Scripts.Control;
import dev.rehearsal.migration.Fault.Kind;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.postgres.script.PostgresScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that statements fail on by running them with some rows of a table at a time, each time taken back. Where they
 * fail with half of the rows, they are tried with half of these, and so on.
 */
final class RowTrials {
    /** Beyond this, rows that were not tried yet count as in the way: what failed was known to fail with them. */
    private static final int MOST_STATEMENTS = 4_000;

    private final Connection connection;
    private final List<String> statements;
    private final RunFailure failure;
    private int sent;

    /**
     * Makes it.
     *
     * @param connection to a copy, in a transaction that the caller takes back
     * @param statements those of the script up to the one that failed
     * @param failure why it failed
     */
    RowTrials(Connection connection, List<String> statements, RunFailure failure) {
        this.connection = connection;
        this.statements = List.copyOf(statements);
        this.failure = failure;
    }

    /** {@return the rows of the first table without which the statements succeed; null if there is none} */
    @Nullable
    Rejection rejection() throws SQLException {
        PostgresScripts scripts = new PostgresScripts();
        boolean controls = statements.stream()
                .flatMap(sql -> scripts.parts(sql).stream())
                .anyMatch(part -> part.control() != Control.NONE);
        if (controls) {
            return null; // it would end the transaction in which all is taken back
        }
        for (TriedTable table : TriedTable.of(connection, statements.get(statements.size() - 1), failure)) {
            Savepoint untouched = connection.setSavepoint();
            try {
                PostgresRowRemoval.withoutTriggers(connection);
                KeptRows rows = table.empty(connection);
                List<Range> inTheWay = inTheWay(rows);
                if (!inTheWay.isEmpty()) {
                    return rows.rejection(inTheWay);
                }
            } catch (SQLException notTried) {
                // its rows cannot be put back one by one; the next may be the one
            }
            connection.rollback(untouched);
        }
        return null;
    }

    private List<Range> inTheWay(KeptRows rows) throws SQLException {
        List<Range> found = new ArrayList<>();
        Range all = new Range(0, rows.lines().size());
        if (all.size() == 0 || !passes(rows, new Range(0, 0), false)) {
            return found;
        }
        boolean together = failure.kind() == Kind.DUPLICATE_ROWS || failure.kind() == Kind.EXCLUDED_ROWS;
        search(rows, all, together, found);
        if (found.isEmpty() && !together) {
            search(rows, all, true, found); // each alone is well
        }
        return found;
    }

    private void search(KeptRows rows, Range range, boolean together, List<Range> found) throws SQLException {
        boolean enough = sent > MOST_STATEMENTS;
        if (!enough && passes(rows, range, together)) {
            return;
        }
        if (enough || range.size() == 1) {
            found.add(range);
            return;
        }
        int middle = range.from() + range.size() / 2;
        search(rows, new Range(range.from(), middle), together, found);
        search(rows, new Range(middle, range.to()), together, found);
    }

    /** {@return whether the statements succeed with rows of the table, and those that were kept; what they did is taken back} */
    private boolean passes(KeptRows rows, Range range, boolean keep) throws SQLException {
        Savepoint before = connection.setSavepoint();
        PostgresRowRemoval.withoutTriggers(connection);
        rows.put(connection, range);
        run("SET LOCAL session_replication_role = DEFAULT");
        Savepoint filled = connection.setSavepoint();
        boolean passed = true;
        try {
            for (String sql : statements) {
                sent++;
                run(sql);
            }
            run("SET CONSTRAINTS ALL IMMEDIATE");
        } catch (SQLException refused) {
            passed = false;
        }
        connection.rollback(passed && keep ? filled : before);
        connection.releaseSavepoint(before);
        return passed;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /**
     * Rows of a table, by their numbers.
     *
     * @param from the first, from 0
     * @param to behind the last
     */
    record Range(int from, int to) {
        int size() {
            return to - from;
        }
    }
}
