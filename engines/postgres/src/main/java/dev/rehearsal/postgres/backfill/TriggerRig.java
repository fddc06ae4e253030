package dev.rehearsal.postgres.backfill;

import dev.rehearsal.dialect.Backfills.Ran;
import dev.rehearsal.dialect.Backfills.Rig;
import dev.rehearsal.dialect.Backfills.Times;
import dev.rehearsal.dialect.Backfills.Work;
import dev.rehearsal.postgres.naming.SqlNames;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database whose tables bear our triggers. */
final class TriggerRig implements Rig {
    private final DataSource source;

    private TriggerRig(DataSource source) {
        this.source = source;
    }

    static TriggerRig of(DataSource source, List<String> install) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : install) {
                statement.execute(sql);
            }
            connection.commit();
        }
        return new TriggerRig(source);
    }

    @Override
    public List<Ran> ran() throws SQLException {
        List<Ran> all = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RigSql.RAN)) {
            while (row.next()) {
                all.add(ran(row));
            }
        }
        return all;
    }

    private static Ran ran(ResultSet row) throws SQLException {
        return new Ran(
                row.getLong("number"),
                row.getLong("transaction"),
                row.getLong("session"),
                SqlNames.relation(row.getString("nspname"), row.getString("relname")),
                row.getString("query"),
                new Times(
                        row.getTimestamp("xact_start").toInstant(),
                        row.getTimestamp("began").toInstant(),
                        row.getTimestamp("ended").toInstant()),
                row.getLong("written"),
                new Work(row.getBoolean("anew"), row.getLong("looked"), row.getLong("scans")));
    }

    @Override
    public boolean ended() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RigSql.ENDED)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** The triggers go with their functions. */
    @Override
    public void close() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + RigSql.SCHEMA + " CASCADE");
        }
    }
}
