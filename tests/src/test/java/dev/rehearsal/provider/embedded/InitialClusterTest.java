package dev.rehearsal.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitialClusterTest {
    private static final Path PROGRAMS = Path.of("postgres-18-abc");

    @TempDir
    private Path base;

    private final List<String> passwords = new ArrayList<>();

    @Test
    void is_made_once_for_the_same_programs_and_options() throws Exception {
        assertThat(of("one").copyTo(base.resolve("first"))).contains(only());
        assertThat(of("one").copyTo(base.resolve("second"))).contains(only());

        assertThat(base.resolve("second/base/1")).hasContent("a table");
    }

    @Test
    void other_options_make_another() throws Exception {
        assertThat(of("one").copyTo(base.resolve("first"))).isPresent();
        assertThat(of("two").copyTo(base.resolve("second"))).isPresent();

        assertThat(passwords).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void what_is_not_whole_is_not_copied_and_made_anew() throws Exception {
        InitialCluster initial = of("one");
        Path kept = kept().get(0);
        Files.delete(kept.resolve("data/base/1"));

        assertThat(initial.copyTo(base.resolve("first"))).isEmpty();

        assertThat(base.resolve("first")).doesNotExist();
        assertThat(kept()).isEmpty();
        assertThat(of("one").copyTo(base.resolve("first"))).isPresent();
        assertThat(passwords).hasSize(2);
    }

    @Test
    void what_was_shortened_is_not_copied() throws Exception {
        InitialCluster initial = of("one");
        Files.writeString(kept().get(0).resolve("data/base/1"), "");

        assertThat(initial.copyTo(base.resolve("first"))).isEmpty();
    }

    @Test
    void those_not_used_for_longest_go() throws Exception {
        for (int i = 1; i <= 4; i++) {
            of("options " + i);
            Files.setLastModifiedTime(kept().get(0), FileTime.from(Instant.now().minusSeconds(1000 - i)));
        }
        of("options 5");

        assertThat(kept()).hasSize(4);
        of("options 5");
        assertThat(passwords).hasSize(5);
    }

    private InitialCluster of(String options) throws IOException {
        Path cache = Files.createDirectories(base.resolve("cache"));
        return InitialCluster.of(new BinariesCache(cache), PROGRAMS, options, this::make);
    }

    private void make(Path data, String password) throws IOException {
        passwords.add(password);
        Files.createDirectories(data.resolve("base"));
        Files.writeString(data.resolve("base/1"), "a table");
    }

    private String only() {
        assertThat(passwords).hasSize(1);
        return passwords.get(0);
    }

    /** {@return what is kept, that of the newest first} */
    private List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.list(base.resolve("cache"))) {
            return all.sorted((a, b) -> time(b).compareTo(time(a))).toList();
        }
    }

    private static FileTime time(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
