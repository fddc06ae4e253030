package dev.rehearsal.postgres.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.fuzz.Names;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names are compared that the server wrote in one place and we wrote in another: both must write them alike. */
class SqlNamesTest {
    @Test
    void names_are_displayed_as_the_server_displays_them() throws SQLException {
        List<String> names =
                new ArrayList<>(List.of("a", "a$b", "$a", "1a", "Aa", "a b", "ä", "", "\"", "a.b", "_", "a-b"));
        Names generated = new Names(new Random(7), 0);
        names.addAll(generated.odd());
        for (int i = 0; i < 500; i++) {
            names.add(generated.next());
        }
        try (Connection connection = server();
                ResultSet words = connection.createStatement().executeQuery("SELECT word FROM pg_get_keywords()")) {
            while (words.next()) {
                names.add(words.getString(1));
            }
        }

        assertThat(names.stream().map(SqlNames::display).toList()).isEqualTo(quotedByServer(names));
    }

    private static List<String> quotedByServer(List<String> names) throws SQLException {
        List<String> quoted = new ArrayList<>();
        try (Connection connection = server();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT quote_ident(n) FROM unnest(?::text[]) WITH ORDINALITY u (n, i) ORDER BY i")) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    quoted.add(rows.getString(1));
                }
            }
        }
        return quoted;
    }

    private static Connection server() throws SQLException {
        return TestPostgres.connect(TestPostgres.address("postgres")).getConnection();
    }
}
