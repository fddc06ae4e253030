package dev.rehearsal.command;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** For tools that keep no history: a table of ours, in which what was run is noted, so that each copy knows it. */
final class OwnHistory implements StepHistory {
    private static final QualifiedName TABLE = new QualifiedName("public", "rehearsal_steps");

    @Override
    public Set<QualifiedName> tables() {
        return Set.of(TABLE);
    }

    @Override
    public List<String> applied(Connection connection, List<Version> versions) throws SQLException {
        List<String> noted = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, TABLE.schema(), "rehearsal\\_steps", null)) {
            if (!found.next()) {
                return noted;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version FROM " + TABLE)) {
            while (rows.next()) {
                noted.add(rows.getString(1));
            }
        }
        return versions.stream().map(Version::key).filter(noted::contains).toList();
    }

    @Override
    public void note(Connection connection, Version version, boolean up) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE + " (version varchar(1000) PRIMARY KEY)");
        }
        String sql =
                up ? "INSERT INTO " + TABLE + " (version) VALUES (?)" : "DELETE FROM " + TABLE + " WHERE version = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, version.key());
            statement.execute();
        }
    }

    @Override
    public boolean ofTool() {
        return false;
    }

    @Override
    public String called() {
        return "our own note of what was run";
    }
}
