package dev.rehearsal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.text.Lexer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementReaderTest {
    private static final Lexer LEXER = new PostgresLexer();

    @TempDir
    private Path folder;

    @Test
    void a_file_may_hold_several_statements_and_each_knows_its_line() {
        List<ApplicationStatement> statements = read("""
                -- All orders of a user.

                SELECT id
                  FROM orders WHERE user_id = :userId;

                /* ; not /* yet */ ; */
                DELETE FROM orders WHERE id = :id AND user_id = :userId
                """);

        assertThat(statements).extracting(ApplicationStatement::place).containsExactly("a.sql:3", "a.sql:7");
        assertThat(statements.get(0).sql()).isEqualTo("SELECT id\n  FROM orders WHERE user_id = :userId");
        assertThat(statements.get(1).parameters()).containsExactly("id", "userId");
    }

    @Test
    void what_is_quoted_or_a_cast_is_no_parameter() {
        List<ApplicationStatement> statements = read("""
                SELECT ':a;', E'it\\'s :b', "c:d;", $x$ :e; $$ $x$, f::text, g[1:2], h[lo:hi], a ? :i -- :j;
                """);

        assertThat(statements)
                .singleElement()
                .satisfies(statement -> assertThat(statement.parameters()).containsExactly("i"));
    }

    @Test
    void a_comment_says_what_a_parameter_stands_for_until_another_does() {
        List<ApplicationStatement> statements = read("""
                -- :userId = SELECT id FROM users LIMIT 1
                -- :status = 'open'
                SELECT 1;
                -- :status = 'paid'
                SELECT 2;
                """);

        assertThat(statements.get(0).values())
                .isEqualTo(Map.of("userId", "SELECT id FROM users LIMIT 1", "status", "'open'"));
        assertThat(statements.get(1).values()).containsEntry("status", "'paid'").containsKey("userId");
    }

    @Test
    void the_body_of_a_function_is_not_cut() {
        assertThat(read("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END; SELECT 3"))
                .hasSize(2);
    }

    @Test
    void a_quote_that_never_ends_is_an_error_that_names_its_line() {
        assertThatThrownBy(() -> read("SELECT 1;\nSELECT 'a"))
                .isInstanceOf(ApplicationFolderException.class)
                .hasMessageContaining("a.sql:2");
    }

    @Test
    void a_folder_is_read_with_all_below_it_in_the_order_of_names() throws Exception {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/z.sql"), "SELECT 1; SELECT 2");
        Files.writeString(folder.resolve("b.sql"), "SELECT 3");
        Files.writeString(folder.resolve("notes.txt"), "SELECT 4");

        assertThat(ApplicationFolder.read(folder, LEXER))
                .extracting(ApplicationStatement::place)
                .containsExactly("b.sql:1", "sub/z.sql:1", "sub/z.sql:1");
        assertThatThrownBy(() -> ApplicationFolder.read(folder.resolve("none"), LEXER))
                .hasMessageContaining("no such folder");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> ApplicationFolder.read(empty, LEXER)).hasMessageContaining("no *.sql");
    }

    private static List<ApplicationStatement> read(String text) {
        return new StatementReader("a.sql", text, LEXER).statements();
    }
}
