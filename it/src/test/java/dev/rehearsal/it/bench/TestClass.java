package dev.rehearsal.it.bench;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Tests as a developer would write them, one for each of the newest versions, in their order; fifty of a hundred. */
final class TestClass {
    static final int TESTS = Integer.getInteger("bench.tests", History.VERSIONS / 2);
    static final int FIRST = History.VERSIONS - TESTS + 1;

    private TestClass() {}

    static URLClassLoader compile(Path folder) throws IOException {
        StringBuilder source = new StringBuilder("""
                import dev.rehearsal.junit.*;
                import org.junit.jupiter.api.*;
                @Rehearsal(rows = 20) @TestMethodOrder(MethodOrderer.MethodName.class)
                public class Migrations {
                """);
        for (int version = FIRST; version <= History.VERSIONS; version++) {
            source.append("@MigrationTest(\"%1$d\") void t%1$03d(MigrationUnderTest migration) { migration.up(); }\n"
                    .formatted(version));
        }
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("Migrations.java"), source.append("}\n"));
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        file.toString());
        if (failed != 0) {
            throw new IllegalStateException("The tests do not compile");
        }
        return new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, Thread.currentThread().getContextClassLoader());
    }
}
