package dev.rehearsal.scenario.java;

import java.sql.Connection;
import java.sql.PreparedStatement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Writes in batches and remembers where it stands in memory only. */
public final class V2__Count_visits extends BaseJavaMigration {
    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        try (PreparedStatement batch =
                connection.prepareStatement("UPDATE users SET visits = visits + 1 WHERE id > ? AND id <= ?")) {
            for (int from = 0; from < 6000; from += 1000) {
                batch.setLong(1, from);
                batch.setLong(2, from + 1000L);
                batch.executeUpdate();
            }
        }
    }
}
