package dev.rehearsal.sql;

import dev.rehearsal.migration.OwnTable;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * One row for each version with the number of its statements that have run, as Atlas writes it: outside a transaction,
 * what failed goes on behind the last of them.
 *
 * @param name the table
 */
record RevisionTable(QualifiedName name) implements HistoryTable {
    @Override
    public Set<QualifiedName> names() {
        return Set.of(name);
    }

    @Override
    public void make(Connection connection) throws SQLException {
        if (!OwnTable.exists(connection, name)) {
            Sql.run(connection, "CREATE SCHEMA IF NOT EXISTS " + name.schema());
            Sql.run(
                    connection,
                    "CREATE TABLE " + Sql.name(name) + " (version varchar NOT NULL PRIMARY KEY,"
                            + " description varchar NOT NULL, type bigint NOT NULL DEFAULT 2,"
                            + " applied bigint NOT NULL DEFAULT 0, total bigint NOT NULL DEFAULT 0,"
                            + " executed_at timestamptz NOT NULL, execution_time bigint NOT NULL, error text,"
                            + " error_stmt text, hash varchar NOT NULL, partial_hashes jsonb,"
                            + " operator_version varchar NOT NULL)");
        }
    }

    @Override
    public Standing read(Connection connection, List<Version> versions) throws SQLException {
        if (!OwnTable.exists(connection, name)) {
            return Standing.nothing();
        }
        List<String> done = OwnTable.column(
                connection, "SELECT version FROM " + Sql.name(name) + " WHERE applied >= total ORDER BY 1");
        return new Standing(
                versions.stream().map(Version::key).filter(done::contains).toList(),
                List.of(),
                done.stream().filter(key -> Version.indexOf(versions, key) < 0).toList(),
                null);
    }

    @Override
    public void begin(Connection connection, Step step) throws SQLException {
        Version version = step.version();
        Sql.run(
                connection,
                "INSERT INTO " + Sql.name(name) + " (version, description, total, executed_at, execution_time, hash,"
                        + " operator_version) VALUES (?, ?, CAST(? AS bigint), now(), 0, '', 'Atlas CLI')"
                        + " ON CONFLICT (version) DO NOTHING",
                List.of(
                        version.key(),
                        version.title(),
                        Integer.toString(version.up().messages().size())));
    }

    @Override
    public int resumed(Connection connection, Step step) throws SQLException {
        return Integer.parseInt(OwnTable.column(
                        connection,
                        "SELECT applied FROM " + Sql.name(name) + " WHERE version = '"
                                + step.version().key().replace("'", "''") + "'")
                .get(0));
    }

    @Override
    public void sent(Connection connection, Step step, int count) throws SQLException {
        Sql.run(
                connection,
                "UPDATE " + Sql.name(name) + " SET applied = CAST(? AS bigint), error = NULL, error_stmt = NULL"
                        + " WHERE version = ?",
                List.of(Integer.toString(count), step.version().key()));
    }

    @Override
    public void end(Connection connection, Step step) {
        // the last statement has said so
    }

    @Override
    public void fail(Connection connection, Step step, RunFailure failure) throws SQLException {
        Sql.run(
                connection,
                "UPDATE " + Sql.name(name) + " SET error = ? WHERE version = ?",
                List.of(failure.message(), step.version().key()));
    }
}
