package dev.rehearsal.postgres.script;

import dev.rehearsal.dialect.Scripts.Control;
import dev.rehearsal.dialect.Scripts.Part;
import dev.rehearsal.text.Token;
import dev.rehearsal.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts a text into statements, and tells which of them begin or end a transaction. */
final class StatementCutter {
    /** The first words tell what a statement is. */
    private static final int TELLING = 8;

    private static final Pattern BEGINS = Pattern.compile("(BEGIN|START TRANSACTION)\\b.*");
    private static final Pattern ENDS =
            Pattern.compile("(COMMIT|END|ABORT|PREPARE TRANSACTION|ROLLBACK(?! TO\\b| (WORK|TRANSACTION) TO\\b))\\b.*");

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private int begin = -1;

    StatementCutter(String text) {
        this.text = text;
    }

    List<Part> parts() {
        for (Token token : new PostgresLexer().tokens(text)) {
            if (token.kind() == Kind.END) {
                end(token.start());
            } else if (!token.isBlank()) {
                begin = begin < 0 ? token.start() : begin;
                if (token.kind() == Kind.WORD && words.size() < TELLING) {
                    words.add(token.of(text).toUpperCase(Locale.ROOT));
                }
            }
        }
        end(text.length());
        return List.copyOf(parts);
    }

    private void end(int end) {
        if (begin >= 0) {
            String sql = text.substring(begin, end).stripTrailing();
            parts.add(new Part(begin, sql, control(String.join(" ", words))));
        }
        begin = -1;
        words.clear();
    }

    private static Control control(String words) {
        if (BEGINS.matcher(words).matches()) {
            return Control.BEGINS;
        }
        return ENDS.matcher(words).matches() ? Control.ENDS : Control.NONE;
    }
}
