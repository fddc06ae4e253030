package dev.rehearsal.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "0.04, <0.1 ms",
        "0.05, 0.1 ms",
        "4.24, 4.2 ms",
        "9.96, 10 ms",
        "411.6, 412 ms",
        "999.6, 1.0 s",
        "1901, 1.9 s",
        "59949, 59.9 s",
        "59960, 1 min",
        "200400, 3 min 20 s",
        "3599600, 1 h",
        "7500000, 2 h 5 min"
    })
    void durations_read_as_a_person_would_say_them(double ms, String text) {
        assertThat(DurationText.format(ms)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1.0 kB", "1048575, 1.0 MB", "481296384, 459 MB", "1288490188, 1.2 GB"})
    void sizes_read_as_the_server_would_say_them(long bytes, String text) {
        assertThat(Sizes.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void a_line_has_no_control_characters() {
        assertThat(Plain.line("a\r\n  b\t\u001b[1m\u202Ec\uD800")).isEqualTo("a b \uFFFD[1m\uFFFDc\uFFFD");
    }

    @Test
    void lines_keep_their_indentation() {
        assertThat(Plain.lines("\n\nBEGIN\n  x;\u0007\nEND\n\n")).containsExactly("BEGIN", "  x;\uFFFD", "END");
    }

    @Test
    void a_shortened_text_never_cuts_a_character_in_two() {
        assertThat(Plain.shorten("😀😀😀", 2)).isEqualTo("😀…");
        assertThat(Plain.shorten("😀😀", 2)).isEqualTo("😀😀");
    }

    @Test
    void no_line_commands_a_build_server() {
        assertThat(Plain.withoutCommands("x::int\n  ::error::y\n##[error]z ##VSO[a] ## b\n> ::c::"))
                .isEqualTo("x::int\n  ·:error::y\n·#[error]z ·#VSO[a] ## b\n> ·:c::");
    }
}
