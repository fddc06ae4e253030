package dev.rehearsal.postgres.wire;

import dev.rehearsal.migration.RunSession.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server says to a question of ours. */
final class Answer {
    private final List<@Nullable String[]> rows = new ArrayList<>();
    private @Nullable SQLException failure;
    private boolean complete;

    /** Takes the next message, and is complete with the one that says that the server is ready. */
    synchronized void take(char type, byte[] body) {
        switch (type) {
            case 'D' -> rows.add(row(body));
            case 'E' -> failure = Messages.error(body);
            case 'Z' -> end(failure);
            default -> {}
        }
    }

    /** Nothing comes any more. */
    synchronized void end(@Nullable SQLException why) {
        failure = why;
        complete = true;
        notifyAll();
    }

    synchronized boolean complete() {
        return complete;
    }

    synchronized void await() throws SQLException {
        try {
            while (!complete) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the server was asked", e);
        }
    }

    synchronized <T> List<T> rows(Reader<T> reader) throws SQLException {
        if (failure != null) {
            throw failure;
        }
        List<T> read = new ArrayList<>();
        for (@Nullable String[] row : rows) {
            read.add(reader.of(column -> row[column - 1]));
        }
        return read;
    }

    private static @Nullable String[] row(byte[] body) {
        int columns = ((body[0] & 255) << 8) | (body[1] & 255);
        @Nullable String[] values = new @Nullable String[columns];
        int at = 2;
        for (int i = 0; i < columns; i++) {
            int length = Messages.number(body, at);
            at += 4;
            if (length >= 0) {
                values[i] = new String(body, at, length, StandardCharsets.UTF_8);
                at += length;
            }
        }
        return values;
    }
}
