package dev.rehearsal.postgres.session;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The schema that a project's connections name, and in which its runner keeps its history. */
public final class NamedSchemas {
    private static final Pattern SEARCH_PATH = Pattern.compile("(?i)search_path=(\\S+)");

    private NamedSchemas() {}

    /**
     * Makes it, if it is missing.
     *
     * @param database where
     * @param session the parameters of the connections
     * @param own the runner's own tables
     * @throws SQLException if the server refuses
     */
    public static void make(DataSource database, Map<String, String> session, Set<QualifiedName> own)
            throws SQLException {
        List<String> names = of(session).stream()
                .filter(name -> own.stream().anyMatch(table -> table.schema().equals(name)))
                .toList();
        if (names.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : names) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + SqlNames.quote(name));
            }
        }
    }

    private static List<String> of(Map<String, String> session) {
        Matcher option = SEARCH_PATH.matcher(session.getOrDefault("options", ""));
        String path = session.getOrDefault("currentSchema", option.find() ? option.group(1) : "");
        return Stream.of(path.split(",", -1))
                .map(name -> name.strip().replaceAll("^\"|\"$", ""))
                .filter(name -> !name.isEmpty() && !name.equals("$user") && !name.startsWith("pg_"))
                .toList();
    }
}
