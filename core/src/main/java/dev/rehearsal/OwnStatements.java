package dev.rehearsal;

import dev.rehearsal.application.ApplicationFolder;
import dev.rehearsal.application.ApplicationFolderException;
import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.text.Lexer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statements that a project gives to be run besides its migrations.
 *
 * @param application those that its application runs; empty if it gives none
 * @param timeout when one of them that does not end, or does not get its lock, has failed
 * @param beforehand what is run before the first migration; empty for nothing
 * @param databaseName by which name the scripts call their database; null if they do not
 */
public record OwnStatements(
        List<ApplicationStatement> application,
        Duration timeout,
        List<ApplicationStatement> beforehand,
        @Nullable String databaseName) {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    public OwnStatements {
        application = List.copyOf(application);
        beforehand = List.copyOf(beforehand);
    }

    static OwnStatements read(Path root, Settings settings, Lexer lexer) {
        return new OwnStatements(
                application(root, settings, lexer),
                settings.duration(Key.APPLICATION_TIMEOUT).orElse(DEFAULT_TIMEOUT),
                Beforehand.read(root, settings, lexer),
                settings.text(Key.DATABASE_NAME).orElse(null));
    }

    private static List<ApplicationStatement> application(Path root, Settings settings, Lexer lexer) {
        Optional<Path> folder = settings.text(Key.APPLICATION).map(root::resolve);
        try {
            return folder.map(from -> ApplicationFolder.read(from, lexer)).orElse(List.of());
        } catch (ApplicationFolderException e) {
            throw new InvalidSettingException("rehearsal.application=" + folder.orElseThrow() + ": " + e.getMessage());
        }
    }
}
