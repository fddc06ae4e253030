package dev.rehearsal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that the guide shows compiles, as it stands there. */
class GuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "junit.md");
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^( *)```java\\R(.*?)^ *```$");
    private static final String IMPORTS = """
            import static dev.rehearsal.junit.Phase.*;
            import static dev.rehearsal.junit.RehearsalAssertions.assertThat;
            import static org.assertj.core.api.Assertions.assertThatThrownBy;
            import dev.rehearsal.junit.*;
            import java.sql.*;
            import java.time.Duration;
            """;

    static List<String> snippets() throws IOException {
        return SNIPPET.matcher(Files.readString(GUIDE))
                .results()
                .map(GuideTest::unindented)
                .toList();
    }

    private static String unindented(MatchResult snippet) {
        return snippet.group(2)
                .lines()
                .map(line -> line.startsWith(snippet.group(1))
                        ? line.substring(snippet.group(1).length())
                        : line)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void there_is_one_for_each_recipe() throws IOException {
        Matcher recipes = Pattern.compile("(?m)^### ").matcher(Files.readString(GUIDE));
        assertThat(snippets())
                .hasSizeGreaterThanOrEqualTo((int) recipes.results().count());
    }

    @Test
    void each_compiles(@TempDir Path classes) throws IOException {
        List<String> snippets = snippets();
        List<Source> sources = IntStream.range(0, snippets.size())
                .mapToObj(number -> new Source("snippet" + number, snippets.get(number)))
                .toList();

        assertThat(errors(sources, classes)).isEmpty();
    }

    private static String asClass(String snippet) {
        String code = snippet.replace("{ … }", "{}");
        if (code.contains("\nclass ")) {
            return IMPORTS + code;
        }
        String body =
                code.contains("@MigrationTest") ? code : "void recipe(MigrationUnderTest migration) {\n" + code + "\n}";
        return IMPORTS + "class Recipe {\n" + body + "\n}";
    }

    private static List<String> errors(List<Source> sources, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
        compiler.getTask(null, null, found, options, null, sources).call();
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        /** A package for each: several have a class of one name. */
        Source(String part, String snippet) {
            super(URI.create("string:///" + part + "/Recipe.java"), Kind.SOURCE);
            this.text = "package " + part + ";\n" + asClass(snippet);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
