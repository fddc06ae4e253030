package dev.rehearsal.postgres.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.text.Token;
import dev.rehearsal.text.Token.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PostgresLexerTest {
    private static final List<String> SCRAPS = List.of(
            "SELECT",
            " ",
            "'",
            "''",
            "E'",
            "\\",
            "\"",
            "$$",
            "$a$",
            "a$b",
            "--",
            "\n",
            "/*",
            "*/",
            ";",
            "(",
            ")",
            "::",
            ":x",
            "1.5",
            "é",
            "😀",
            "BEGIN",
            "END",
            "CREATE FUNCTION f",
            "CASE",
            "@>");

    @Test
    void each_piece_is_of_its_kind() {
        assertThat(kinds("a$b E'\\'' e 'it''s' \"N\"\"n\" $x$ $$ $x$ 1.5 ::b'1' :c /* /* */ */ -- d"))
                .containsExactly(
                        "WORD a$b",
                        "CONSTANT E'\\''",
                        "WORD e",
                        "CONSTANT 'it''s'",
                        "NAME \"N\"\"n\"",
                        "CONSTANT $x$ $$ $x$",
                        "NUMBER 1.5",
                        "SIGN ::",
                        "CONSTANT b'1'",
                        "SIGN :",
                        "WORD c",
                        "COMMENT /* /* */ */",
                        "COMMENT -- d");
    }

    @Test
    void what_never_ends_says_so() {
        for (String text : List.of("'a", "E'a\\'", "\"a", "$$ a", "/* /* */")) {
            assertThat(new PostgresLexer().tokens(text))
                    .as(text)
                    .singleElement()
                    .satisfies(token -> assertThat(token.ended()).isFalse());
        }
    }

    @Test
    void no_character_is_lost_of_any_text() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            String text =
                    random.ints(12, 0, SCRAPS.size()).mapToObj(SCRAPS::get).collect(Collectors.joining());
            assertThat(new PostgresLexer()
                            .tokens(text).stream().map(token -> token.of(text)).collect(Collectors.joining()))
                    .isEqualTo(text);
        }
    }

    private static List<String> kinds(String text) {
        return new PostgresLexer()
                .tokens(text).stream()
                        .filter(token -> token.kind() != Kind.SPACE)
                        .map(token -> told(token, text))
                        .toList();
    }

    private static String told(Token token, String text) {
        return token.kind() + " " + token.of(text);
    }
}
