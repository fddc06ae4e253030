package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.spi.Modules;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The core knows neither an engine nor a runner: no text in its classes and resources says a word of theirs. The few that
 * are a contract, or that are about to move, stand in {@code foreign-words.txt}, each with its reason.
 */
class ForeignWordsTest {
    /** Words that only one product, or one family of them, has. In the case in which they are written, where that tells. */
    private static final Pattern WORDS = Pattern.compile("pg_\\w+|\\bregclass\\b|\\bplpgsql\\b|quote_ident"
            + "|(?i:postgres\\w*|mariadb\\w*|mysql\\w*|sqlserver|\\boracle\\b|psycopg)"
            + "|(?i:flyway\\w*|liquibase\\w*|golang-migrate|dbmate|\\bgoose\\b|prisma|alembic)"
            + "|executeInTransaction|databasechangelog|schema_migrations"
            + "|(?i:\\bconcurrently\\b|\\b(?:access|row) (?:exclusive|share)\\b|\\bshare (?:update|row) exclusive\\b)"
            + "|\\b(?:Access|Row)(?:Exclusive|Share)Lock\\b|\\bShare\\w*Lock\\b"
            + "|\\bVACUUM\\b|\\bautovacuum\\b|\\bREINDEX\\b|\\bNOT VALID\\b|\\bVALIDATE CONSTRAINT\\b|\\bDO \\$"
            + "|\\bSET LOCAL\\b|\\block_timeout\\b|\\bstatement_timeout\\b|\\bset_?val\\b|\\bnextval\\b|\\bsearch_path\\b"
            + "|\\bALTER TABLE\\b|\\bCREATE (?:UNIQUE )?INDEX\\b|\\bDROP INDEX\\b|\\bSELECT \\S+ FROM\\b"
            + "|\\b[VURB]\\d+__\\w*|\\bR__\\w*"
            + "|\\bSQLSTATE\\b|\\b(?:22|23|40|42|53|55|57|58|XX)[0-9P][0-9A-Z]{2}\\b");

    private static final Path LIST = Path.of("src/test/resources/dev/rehearsal/foreign-words.txt");

    @Test
    void the_core_says_no_word_of_an_engine_or_a_runner_but_those_that_are_listed() throws Exception {
        Set<String> listed = listed();
        Set<String> found = found();

        assertThat(found)
                .as("words of an engine or a runner in the core: ask the engine, the runner or the facts for them")
                .isSubsetOf(listed);
        assertThat(listed)
                .as("listed in " + LIST + ", and nowhere in the core any more")
                .isSubsetOf(found);
    }

    @Test
    void each_listed_word_has_a_reason() throws IOException {
        try (Stream<String> lines = Files.lines(LIST)) {
            assertThat(lines.filter(line -> !line.isBlank() && !line.startsWith("#")))
                    .allSatisfy(line -> assertThat(line).matches("\\S+ \\| [^|]+ \\| [^|]{10,}"));
        }
    }

    private static Set<String> listed() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                listed.add(line.substring(0, line.lastIndexOf('|')).strip());
            }
        }
        return listed;
    }

    /** {@return each word with where it stands: {@code Modules | postgres}} */
    private static Set<String> found() throws IOException, URISyntaxException {
        Set<String> found = new TreeSet<>();
        URI core = Modules.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        if (core.getPath().endsWith(".jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + core), Map.of())) {
                search(jar.getPath("/"), found);
            }
        } else {
            search(Path.of(core), found);
        }
        return found;
    }

    private static void search(Path root, Set<String> found) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("rehearsal"))
                    .filter(file -> !file.toString().contains("META-INF")) // a jar holds its own POM
                    .toList();
        }
        assertThat(files).as("files of the core").hasSizeGreaterThan(300);
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            for (String text : texts(file, name)) {
                Matcher words = WORDS.matcher(text);
                while (words.find()) {
                    found.add(name.replaceFirst("(\\$.*)?\\.class$", "") + " | " + words.group());
                }
            }
        }
    }

    private static List<String> texts(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return name.endsWith(".class")
                    ? ClassTexts.of(in)
                    : List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
