package dev.rehearsal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSearchTest {
    private static final String RUNTIME =
            "import java.lang.annotation.*; import dev.rehearsal.junit.*; import org.junit.jupiter.api.*;"
                    + " @Retention(RetentionPolicy.RUNTIME) ";

    @TempDir
    Path library;

    @TempDir
    Path tests;

    @TempDir
    Path sources;

    @BeforeEach
    void the_extension_is_a_library() throws IOException {
        compile(
                library,
                "dev.rehearsal.junit.MigrationTest",
                "import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME) public @interface MigrationTest"
                        + " { String value(); String[] phases() default {}; }");
    }

    @Test
    void a_test_names_the_version_of_its_migration() throws IOException {
        test(
                "ATest",
                "class ATest { @MigrationTest(\"7\") void a() {} @MigrationTest(value = \"8.1\", phases = \"9\")"
                        + " void b() {} @Test void c() {} class Inner { @MigrationTest(\"10\") void d() {} } }");

        assertThat(found().versions()).containsExactlyInAnyOrder("7", "8.1", "10");
    }

    @Test
    void an_annotation_of_ones_own_counts_also_in_a_library_and_over_several_steps() throws IOException {
        compile(library, "lib.OfSeven", RUNTIME + "@MigrationTest(\"7\") public @interface OfSeven {}");
        compile(tests, "app.OurSeven", RUNTIME + "@lib.OfSeven @OurSeven public @interface OurSeven {}");
        test("BTest", "class BTest { @app.OurSeven void a() {} }");

        assertThat(found().versions()).containsExactly("7");
    }

    @Test
    void a_test_that_does_not_run_does_not_count() throws IOException {
        compile(library, "lib.Later", RUNTIME + "@Disabled public @interface Later {}");
        test(
                "CTest",
                "class CTest { @Disabled @MigrationTest(\"1\") void a() {} @lib.Later @MigrationTest(\"2\") void b() {}"
                        + " @Disabled class Off { class Deeper { @MigrationTest(\"3\") void c() {} } }"
                        + " @MigrationTest(\"4\") void d() {} }");

        assertThat(found().versions()).containsExactly("4");
    }

    @Test
    void what_cannot_be_read_is_told_and_not_taken_for_empty() throws IOException {
        test("DTest", "class DTest { @MigrationTest(\"1\") void a() {} }");
        Path newer = Files.copy(tests.resolve("app/DTest.class"), tests.resolve("Newer.class"));
        byte[] bytes = Files.readAllBytes(newer);
        bytes[7] = (byte) 200; // the class file's version
        Files.write(newer, bytes);
        Files.write(tests.resolve("Cut.class"), new byte[] {1, 2, 3});

        assertThat(found().versions()).containsExactly("1");
        assertThat(found().unreadable())
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("Newer.class", "200"))
                .anySatisfy(text -> assertThat(text).contains("Cut.class"));
    }

    @Test
    void a_folder_that_is_not_there_holds_no_tests() {
        assertThat(new TestSearch(List.of(tests.resolve("none")), ClassLoader.getPlatformClassLoader(), true).find())
                .isEqualTo(TestSearch.NONE.find());
    }

    private FoundTests found() throws IOException {
        URL[] path = {library.toUri().toURL(), tests.toUri().toURL()};
        try (URLClassLoader classes = new Unloading(path)) {
            return new TestSearch(List.of(tests), classes, true).find();
        }
    }

    private void test(String name, String source) throws IOException {
        compile(tests, "app." + name, "import dev.rehearsal.junit.*; import org.junit.jupiter.api.*; " + source);
    }

    private void compile(Path to, String name, String source) throws IOException {
        int dot = name.lastIndexOf('.');
        Path file = sources.resolve(name.substring(dot + 1) + ".java");
        Files.writeString(file, "package " + name.substring(0, dot) + "; " + source);
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", to.toString(), "-cp"));
        arguments.add(String.join(":", library.toString(), tests.toString(), System.getProperty("java.class.path")));
        arguments.add(file.toString());
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    /** A class path that must only be read. */
    private static final class Unloading extends URLClassLoader {
        Unloading(URL[] path) {
            super(path, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) {
            throw new AssertionError(name + " was loaded");
        }
    }
}
