package dev.rehearsal.application;

import dev.rehearsal.text.Lexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads a folder of statements: each {@code *.sql} in it and below it, in the order of their names. */
public final class ApplicationFolder {
    private ApplicationFolder() {}

    /**
     * {@return all statements of a folder; at least one}
     *
     * @param folder where they are
     * @param lexer of the SQL in it
     * @throws ApplicationFolderException if there is none, or one that cannot be read
     */
    public static List<ApplicationStatement> read(Path folder, Lexer lexer) {
        if (!Files.isDirectory(folder)) {
            throw new ApplicationFolderException("there is no such folder.");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<ApplicationStatement> statements = files.filter(
                            file -> file.getFileName().toString().endsWith(".sql"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(file -> read(folder, file, lexer).stream())
                    .toList();
            if (statements.isEmpty()) {
                throw new ApplicationFolderException("no *.sql in it holds a statement.");
            }
            return statements;
        } catch (IOException e) {
            throw new ApplicationFolderException("it cannot be read: " + e.getMessage());
        }
    }

    /**
     * {@return all statements of one file}
     *
     * @param folder from which its name is told
     * @param name its name below the folder
     * @param lexer of the SQL in it
     * @throws ApplicationFolderException if there is none, or it cannot be read
     */
    public static List<ApplicationStatement> file(Path folder, String name, Lexer lexer) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new ApplicationFolderException("there is no file " + file + ".");
        }
        return read(folder, file, lexer);
    }

    private static List<ApplicationStatement> read(Path folder, Path file, Lexer lexer) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        try {
            return new StatementReader(name, Files.readString(file), lexer).statements();
        } catch (IOException e) {
            throw new ApplicationFolderException(name + " cannot be read as UTF-8: " + e.getMessage());
        }
    }
}
