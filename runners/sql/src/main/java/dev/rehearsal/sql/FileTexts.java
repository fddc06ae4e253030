package dev.rehearsal.sql;

import dev.rehearsal.migration.HistoryProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads files, and tells which are not written in UTF-8.
 *
 * @param folder where they are
 * @param problems told
 */
record FileTexts(Folder folder, Consumer<HistoryProblem> problems) {
    /**
     * {@return a file; empty if it is not there}
     *
     * @param name its path below the folder
     */
    Optional<FileText> read(String name) {
        Path file = folder.path().resolve(name);
        byte[] bytes = folder.bytes(file);
        return bytes == null ? Optional.empty() : Optional.of(new FileText(name, file, text(file, bytes)));
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private String text(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.accept(new HistoryProblem(
                    HistoryProblem.Kind.WRONG_ENCODING,
                    file + " is not written in UTF-8.",
                    "Save it in UTF-8.",
                    name(file)));
            return "";
        }
    }
}
