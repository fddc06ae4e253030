package dev.rehearsal.postgres.inspect;

import java.sql.SQLException;

/** Says why a question has no answer. */
final class Reasons {
    private Reasons() {}

    static String of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "57014" -> "it took longer than inspect.statementTimeout allows";
            case "55P03" -> "a lock of another session was in the way for longer than inspect.lockTimeout allows";
            case "42501" -> "the user lacks a privilege: " + e.getMessage();
            default -> String.valueOf(e.getMessage());
        };
    }
}
