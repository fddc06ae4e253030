package dev.rehearsal.liquibase;

import java.sql.SQLException;
import java.sql.Statement;
import liquibase.change.custom.CustomTaskChange;
import liquibase.change.custom.CustomTaskRollback;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/** A change that is code of a project's own. */
public final class AddsRows implements CustomTaskChange, CustomTaskRollback {
    @Override
    public void execute(Database database) throws CustomChangeException {
        run(database, "INSERT INTO a VALUES (7)");
    }

    @Override
    public void rollback(Database database) throws CustomChangeException {
        run(database, "DELETE FROM a WHERE i = 7");
    }

    private static void run(Database database, String sql) throws CustomChangeException {
        try (Statement statement = ((JdbcConnection) database.getConnection()).createStatement()) {
            statement.execute(sql);
        } catch (SQLException | DatabaseException e) {
            throw new CustomChangeException(e);
        }
    }

    @Override
    public String getConfirmationMessage() {
        return "rows added";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor accessor) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
