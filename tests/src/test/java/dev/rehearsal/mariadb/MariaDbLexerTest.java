package dev.rehearsal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.mariadb.sql.MariaDbLexer;
import dev.rehearsal.text.Token;
import dev.rehearsal.text.Token.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MariaDbLexerTest {
    @Test
    void each_piece_is_of_its_kind() {
        assertThat(kinds("a$b 'it\\'s' \"x\"\"y\" `N``n` 2--1 /* ; */ # b\n-- c\n/*!50100 d */ $$"))
                .containsExactly(
                        "WORD a$b",
                        "CONSTANT 'it\\'s'",
                        "CONSTANT \"x\"\"y\"",
                        "NAME `N``n`",
                        "NUMBER 2",
                        "SIGN -",
                        "SIGN -",
                        "NUMBER 1",
                        "COMMENT /* ; */",
                        "COMMENT # b",
                        "COMMENT -- c",
                        "SIGN /*!50100",
                        "WORD d",
                        "SIGN */",
                        "WORD $$");
    }

    @Test
    void the_body_of_a_routine_does_not_end_its_statement() {
        assertThat(ends("""
                CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN
                  IF NEW.n IS NULL THEN SET NEW.n = CASE WHEN 1 THEN 2 END; END IF;
                  CASE NEW.n WHEN 1 THEN SET NEW.n = 2; END CASE;
                  WHILE NEW.n < 0 DO SET NEW.n = NEW.n + 1; END WHILE;
                END;
                CREATE TABLE b (begin int, `end` int);
                BEGIN; INSERT INTO b VALUES (IF(1, 2, 3), 1); COMMIT;
                """)).isEqualTo(5);
    }

    private static long ends(String text) {
        return new MariaDbLexer()
                .tokens(text).stream().filter(token -> token.kind() == Kind.END).count();
    }

    private static List<String> kinds(String text) {
        return new MariaDbLexer()
                .tokens(text).stream()
                        .filter(token -> token.kind() != Kind.SPACE)
                        .map((Token token) -> token.kind() + " " + token.of(text))
                        .collect(Collectors.toList());
    }
}
