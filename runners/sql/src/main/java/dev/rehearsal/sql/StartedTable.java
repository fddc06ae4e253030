package dev.rehearsal.sql;

import dev.rehearsal.migration.OwnTable;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One row for each attempt, as Prisma writes it: when it was started, when it was finished, and what went wrong. While one
 * is not finished and not called rolled back, nothing goes on.
 *
 * @param name the table
 */
record StartedTable(QualifiedName name) implements HistoryTable {
    private static final String OPEN = " finished_at IS NULL AND rolled_back_at IS NULL";

    @Override
    public Set<QualifiedName> names() {
        return Set.of(name);
    }

    @Override
    public void make(Connection connection) throws SQLException {
        if (!OwnTable.exists(connection, name)) {
            Sql.run(
                    connection,
                    "CREATE TABLE " + Sql.name(name) + " (id varchar(36) PRIMARY KEY NOT NULL,"
                            + " checksum varchar(64) NOT NULL, finished_at timestamptz,"
                            + " migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,"
                            + " started_at timestamptz NOT NULL DEFAULT now(),"
                            + " applied_steps_count integer NOT NULL DEFAULT 0)");
        }
    }

    @Override
    public Standing read(Connection connection, List<Version> versions) throws SQLException {
        if (!OwnTable.exists(connection, name)) {
            return Standing.nothing();
        }
        List<String> open = names(connection, OPEN);
        List<String> done = names(connection, " finished_at IS NOT NULL AND rolled_back_at IS NULL");
        return new Standing(
                versions.stream().map(Version::key).filter(done::contains).toList(),
                open,
                done.stream().filter(key -> Version.indexOf(versions, key) < 0).toList(),
                open.isEmpty()
                        ? null
                        : "The migration " + open.get(0)
                                + " has failed: Prisma refuses to go on until that is resolved.");
    }

    private List<String> names(Connection connection, String that) throws SQLException {
        return OwnTable.column(
                connection, "SELECT DISTINCT migration_name FROM " + Sql.name(name) + " WHERE" + that + " ORDER BY 1");
    }

    @Override
    public void begin(Connection connection, Step step) throws SQLException {
        if (step.up()) {
            Version version = step.version();
            Sql.run(
                    connection,
                    "INSERT INTO " + Sql.name(name) + " (id, checksum, migration_name) VALUES (?, ?, ?)",
                    List.of(
                            UUID.randomUUID().toString(),
                            Checksums.hex("SHA-256", version.origin().text()),
                            version.key()));
        }
    }

    /** Prisma runs no way back: whoever runs it removes the row. */
    @Override
    public void end(Connection connection, Step step) throws SQLException {
        List<String> key = List.of(step.version().key());
        if (step.up()) {
            String open = " WHERE migration_name = ? AND" + OPEN;
            Sql.run(
                    connection,
                    "UPDATE " + Sql.name(name) + " SET applied_steps_count = applied_steps_count + 1" + open,
                    key);
            Sql.run(connection, "UPDATE " + Sql.name(name) + " SET finished_at = now()" + open, key);
        } else {
            Sql.run(connection, "DELETE FROM " + Sql.name(name) + " WHERE migration_name = ?", key);
        }
    }

    @Override
    public void fail(Connection connection, Step step, RunFailure failure) throws SQLException {
        if (step.up()) {
            Sql.run(
                    connection,
                    "UPDATE " + Sql.name(name) + " SET logs = ? WHERE migration_name = ? AND" + OPEN,
                    List.of(failure.message(), step.version().key()));
        }
    }

    @Override
    public void repair(Connection connection, List<Version> versions) throws SQLException {
        Sql.run(connection, "UPDATE " + Sql.name(name) + " SET rolled_back_at = now() WHERE" + OPEN);
    }
}
