package dev.rehearsal.scenario;

import dev.rehearsal.migration.RunStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that were run one by one in a session, as somebody does who types them: what is refused is passed over.
 *
 * @param through the lines of those that went through
 * @param refused the lines of those that the server refused
 */
record ByHand(List<Integer> through, List<Integer> refused) {
    static ByHand run(Stage stage, List<RunStatement> statements) throws SQLException {
        List<Integer> through = new ArrayList<>();
        List<Integer> refused = new ArrayList<>();
        try (Connection connection = stage.migrating().getConnection();
                Statement statement = connection.createStatement()) {
            for (RunStatement each : statements) {
                try {
                    statement.execute(each.sql());
                    through.add(each.line());
                } catch (SQLException e) {
                    refused.add(each.line());
                }
            }
        }
        return new ByHand(List.copyOf(through), List.copyOf(refused));
    }
}
