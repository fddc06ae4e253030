package dev.rehearsal;

import dev.rehearsal.application.ApplicationFolder;
import dev.rehearsal.application.ApplicationFolderException;
import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.application.ApplicationStatement.Piece;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.text.Lexer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an administrator runs before the first migration: roles, grants, extensions. It is run on the empty stage from
 * which all others are copied.
 */
final class Beforehand {
    /** What stands for the database's name, as in PostgreSQL's own client. */
    private static final String DATABASE = "DBNAME";

    private Beforehand() {}

    static List<ApplicationStatement> read(Path root, Settings settings, Lexer lexer) {
        List<ApplicationStatement> statements = new ArrayList<>();
        for (String file : settings.list(Key.BEFOREHAND)) {
            try {
                statements.addAll(ApplicationFolder.file(root, file, lexer));
            } catch (ApplicationFolderException e) {
                throw new InvalidSettingException("rehearsal." + Key.BEFOREHAND.id() + ": " + e.getMessage());
            }
        }
        return statements;
    }

    /**
     * Runs the statements, each by itself.
     *
     * @throws MigrationSourceException if one of them fails
     * @throws SQLException if the server cannot be reached
     */
    static void run(List<ApplicationStatement> statements, Stage stage) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (Connection connection = stage.dataSource().getConnection();
                Statement one = connection.createStatement()) {
            for (ApplicationStatement statement : statements) {
                run(statement, one, stage);
            }
        }
    }

    /** A role lives longer than a database: on a server that stays, it is there from the last run. */
    private static void run(ApplicationStatement statement, Statement with, Stage stage) {
        try {
            with.execute(statement.pieces().stream()
                    .map(piece -> text(piece, stage.name()))
                    .collect(Collectors.joining()));
        } catch (SQLException e) {
            if (!stage.dialect().isThereAlready(e)) {
                throw new MigrationSourceException(
                        "What is run beforehand failed: " + statement.place() + ": " + e.getMessage() + " (rehearsal."
                                + Key.BEFOREHAND.id() + ")",
                        e);
            }
        }
    }

    private static String text(Piece piece, String database) {
        if (!piece.parameter()) {
            return piece.text();
        }
        return piece.text().equals(DATABASE) ? database : ":" + piece.text();
    }
}
