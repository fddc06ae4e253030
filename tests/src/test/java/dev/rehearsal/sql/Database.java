package dev.rehearsal.sql;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database of a test, and what is in it. */
class Database {
    private static final String SCHEMA = """
            SELECT c.relname || ' ' || c.relkind::text || ' ' || coalesce(string_agg(a.attname || ' '
              || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attname), '')
              FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'i', 'S', 'v')
             GROUP BY c.oid, c.relname, c.relkind
            UNION ALL
            SELECT proname || ' function' FROM pg_proc WHERE pronamespace = 'public'::regnamespace
             ORDER BY 1""";

    private final DatabaseAddress address;

    Database(DatabaseAddress address) {
        this.address = address;
    }

    DatabaseAddress address() {
        return address;
    }

    DataSource source() {
        return TestPostgres.connect(address);
    }

    /** {@return its relations with their columns, and its functions} */
    List<String> schema() {
        return ask(SCHEMA);
    }

    /** {@return what a question gives, a row each} */
    List<String> ask(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
