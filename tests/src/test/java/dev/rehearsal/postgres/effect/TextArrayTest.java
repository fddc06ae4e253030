package dev.rehearsal.postgres.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextArrayTest {
    @Test
    void what_the_server_writes_is_read_as_it_was() throws Exception {
        for (List<String> texts : List.of(
                List.<String>of(),
                List.of(""),
                List.of("a"),
                List.of("a", "", "b c", "d,e"),
                List.of("{", "}", "{}", "\"", "\\", "\\\"", "a\"b", "NULL", "null", " x "),
                List.of("ümläut", "line\nbreak"))) {
            assertThat(TextArray.of(written(texts))).isEqualTo(texts);
        }
    }

    private static String written(List<String> texts) throws Exception {
        try (Connection connection =
                        TestPostgres.connect(TestPostgres.freshDatabase()).getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT (?::text[])::text")) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
