package dev.rehearsal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs a test on a class path from which modules of Rehearsal are left out. */
class MissingModuleTest {
    @Test
    void without_an_engine_the_dependency_to_add_is_named() throws Exception {
        assertThat(failuresWithout(1, "engines/postgres|rehearsal-postgres"))
                .singleElement()
                .asString()
                .contains("@MigrationTest(\"2\")", "There is no engine", "dev.rehearsal:rehearsal-postgres");
    }

    @Test
    void without_a_runner_the_dependency_to_add_is_named() throws Exception {
        assertThat(failuresWithout(3, "runners/(flyway|liquibase|sql)|rehearsal-(flyway|liquibase|sql)"))
                .singleElement()
                .asString()
                .contains("@MigrationTest(\"2\")", "There is no runner", "dev.rehearsal:rehearsal-flyway");
    }

    private static List<?> failuresWithout(int modules, String module) throws Exception {
        Pattern left = Pattern.compile(module);
        List<String> all = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        List<String> kept = all.stream()
                .filter(entry ->
                        !left.matcher(entry.replace(File.separatorChar, '/')).find())
                .toList();
        assertThat(kept).as("the class path without " + module).hasSize(all.size() - modules);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(
                kept.stream().flatMap(MissingModuleTest::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Object kit = loader.loadClass(RunAlone.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            return (List<?>) ((Supplier<?>) kit).get();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static Stream<URL> url(String entry) {
        try {
            return Stream.of(Path.of(entry).toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }

    /** Gives the failures of one class of tests; it is loaded by the loader that lacks a module. */
    public static final class RunAlone implements Supplier<List<String>> {
        /** Made by its loader. */
        public RunAlone() {}

        @Override
        public List<String> get() {
            return Kit.run(OneTest.class).failures();
        }
    }

    @Rehearsal(locations = "classpath:people")
    static class OneTest {
        @MigrationTest("2")
        void up(MigrationUnderTest migration) {
            migration.up();
        }
    }
}
