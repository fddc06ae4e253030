package dev.rehearsal.postgres.seed;

import dev.rehearsal.dialect.Seeder.Unfilled;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Clears up tables that were filled and gathers their statistics. Either evaluates the expressions of indexes, which an
 * old one may not survive: then the table has no statistics, as it has none in production.
 *
 * @param connection where
 */
record Upkeep(Connection connection) {
    private static final String REMEDY = "Production has the same trouble each time that autovacuum comes: give the"
            + " function of that index its own search_path, `ALTER FUNCTION … SET search_path = …`, or write the names in"
            + " it with their schema.";

    /** {@return the tables that are without statistics, and why} */
    List<Unfilled> of(Collection<QualifiedName> tables) throws SQLException {
        List<Unfilled> without = new ArrayList<>();
        for (QualifiedName table : tables) {
            Optional<String> failure = refused("VACUUM (ANALYZE) " + SqlNames.quote(table));
            if (failure.isPresent()) {
                refused("VACUUM " + SqlNames.quote(table));
                without.add(new Unfilled(table.toString(), failure.get(), REMEDY));
            }
        }
        return without;
    }

    /** {@return why the server refuses a statement; what befalls the connection or the server is no refusal} */
    private Optional<String> refused(String sql) throws SQLException {
        try {
            SeedSql.run(connection, sql);
            return Optional.empty();
        } catch (SQLException e) {
            String state = e.getSQLState();
            if (state == null || state.matches("(08|53|57|58|XX).*")) {
                throw e;
            }
            return Optional.of(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
