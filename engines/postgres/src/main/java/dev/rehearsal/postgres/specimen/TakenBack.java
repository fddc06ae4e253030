package dev.rehearsal.postgres.specimen;

import dev.rehearsal.dialect.Specimen.Definitions;
import dev.rehearsal.postgres.specimen.Steps.Step;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Definitions in a transaction that whoever reads them rolls back: also roles and other things of the whole cluster can be
 * made in it, for nobody else ever sees them.
 */
final class TakenBack implements Definitions {
    private static final Set<String> REFUSALS = Set.of("42501", "0A000");
    private static final String WHO = "SELECT current_setting('is_superuser') = 'on', quote_ident(current_user)";

    private final DataSource database;
    /** Two rehearsals on one server must not wait for each other's. */
    private final String role = "rehearsal_" + UUID.randomUUID().toString().substring(0, 8);

    private boolean wanted;
    private @Nullable Connection last;

    TakenBack(DataSource database) {
        this.database = database;
    }

    @Override
    public DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                TakenBack.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getConnection")) {
                        return open();
                    }
                    try {
                        return method.invoke(database, args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private Connection open() throws SQLException {
        Connection opened = database.getConnection();
        last = opened;
        try {
            if (wanted) {
                define(opened);
            }
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public Set<String> make() throws SQLException {
        wanted = true;
        Connection open = last;
        if (open != null && !open.isClosed()) {
            return define(open);
        }
        throw new SQLException("no session is there to make definitions in");
    }

    private Set<String> define(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        try (Statement statement = connection.createStatement();
                ResultSet who = statement.executeQuery(WHO)) {
            who.next();
            boolean superuser = who.getBoolean(1);
            Steps common = Steps.of("definitions.sql", version).with("{user}", who.getString(2));
            Steps privileged = Steps.of("privileged.sql", version).with("{role}", role);
            connection.setAutoCommit(false);
            Set<String> seen = define(connection, common);
            if (superuser) {
                seen.addAll(define(connection, privileged));
            }
            return seen;
        }
    }

    /** {@return what of it must be seen; what is refused is left out} */
    private static Set<String> define(Connection connection, Steps steps) throws SQLException {
        Savepoint start = connection.setSavepoint();
        try {
            steps.run(connection);
            return new HashSet<>(steps.claims());
        } catch (SQLException e) {
            connection.rollback(start);
            return oneByOne(connection, steps);
        }
    }

    private static Set<String> oneByOne(Connection connection, Steps steps) throws SQLException {
        Set<String> seen = new HashSet<>();
        for (Step step : steps.all()) {
            Savepoint before = connection.setSavepoint();
            try (Statement statement = connection.createStatement()) {
                statement.execute(step.sql());
                seen.addAll(step.claims());
            } catch (SQLException e) {
                if (!REFUSALS.contains(e.getSQLState())) {
                    throw e;
                }
                connection.rollback(before);
            }
        }
        return seen;
    }
}
