package dev.rehearsal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The assertions ask the engine: no SQL of a catalogue, and no code of a server, is in the extension's own classes. */
class NoEnginesWordsTest {
    private static final List<String> WORDS =
            List.of("pg_", "postgres", "information_schema", "regclass", "truncate ", "explain ", "set constraints");

    @Test
    void no_class_of_the_extension_holds_an_engines_words() throws IOException {
        Path classes = Path.of("target", "classes", "dev", "rehearsal", "junit");
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            assertThat(all)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(
                            file -> assertThat(text(file)).as(file.toString()).doesNotContain(WORDS));
        }
    }

    @Test
    void no_source_of_the_extension_names_a_catalogue() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(
                            file -> assertThat(text(file)).as(file.toString()).doesNotContain("pg_"));
        }
    }

    /** A constant of a class is found in its bytes, as long as it is ASCII. */
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
