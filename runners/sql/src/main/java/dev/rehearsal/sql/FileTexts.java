package dev.rehearsal.sql;

import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.Script;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads scripts, and remembers which are not written in UTF-8. */
final class FileTexts {
    private final List<HistoryProblem> problems = new ArrayList<>();

    Script script(Path file) {
        return new Script(name(file), file, text(file));
    }

    List<HistoryProblem> problems() {
        return problems;
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.add(new HistoryProblem(
                    HistoryProblem.Kind.WRONG_ENCODING,
                    file + " is not written in UTF-8.",
                    "Save it in UTF-8.",
                    name(file)));
            return "";
        } catch (IOException e) {
            throw new MigrationSourceException("Cannot read " + file + ": " + e, e);
        }
    }
}
