package dev.rehearsal.application;

import dev.rehearsal.application.ApplicationStatement.Kind;
import dev.rehearsal.application.ApplicationStatement.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a file into statements and these at their parameters. What a comment says of a parameter holds for the rest of
 * the file, or until another comment says something else.
 */
final class StatementReader {
    /** What cannot be cut: a quoted string, name or body, or a comment. A block comment may hold others: see below. */
    private static final Pattern QUOTED = Pattern.compile("""
            (?<![\\w$])[eE]'(?:[^'\\\\]|\\\\.|'')*' | '(?:[^']|'')*' | "(?:[^"]|"")*"
            | (?<![\\w$])\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$ | --[^\\n]*""", Pattern.COMMENTS | Pattern.DOTALL);

    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([A-Za-z_]\\w*)");
    private static final Pattern VALUE = Pattern.compile("--\\s*:([A-Za-z_]\\w*)\\s*=\\s*(.*?)\\s*;?\\s*");

    private final String file;
    private final String text;
    private final List<ApplicationStatement> statements = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private int begin = -1;
    private int position;

    StatementReader(String file, String text) {
        this.file = file;
        this.text = text.replace("\r\n", "\n");
    }

    List<ApplicationStatement> statements() {
        while (position < text.length()) {
            next();
        }
        end();
        return List.copyOf(statements);
    }

    private void next() {
        char c = text.charAt(position);
        if (c == ';') {
            position++;
            end();
        } else if (text.startsWith("/*", position)) {
            add(Kind.QUOTED, blockComment());
        } else if (!matched(QUOTED) && !matched(PARAMETER)) {
            if ("'\"".indexOf(c) >= 0) {
                throw new ApplicationFolderException(file + ":" + line(position) + ": the quote " + c + " never ends.");
            }
            add(Kind.SQL, position + 1);
        }
    }

    private boolean matched(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return false;
        }
        if (pattern == QUOTED) {
            value(matcher.group());
            add(Kind.QUOTED, matcher.end());
        } else {
            add(Kind.PARAMETER, matcher.end());
        }
        return true;
    }

    private void value(String comment) {
        Matcher matcher = VALUE.matcher(comment);
        if (matcher.matches() && !matcher.group(2).isEmpty()) {
            values.put(matcher.group(1), matcher.group(2));
        }
    }

    private int blockComment() {
        int depth = 0;
        for (int i = position; i < text.length() - 1; i++) {
            boolean opens = text.startsWith("/*", i);
            if (opens || text.startsWith("*/", i)) {
                depth += opens ? 1 : -1;
                i++;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        throw new ApplicationFolderException(file + ":" + line(position) + ": the comment never ends.");
    }

    private void add(Kind kind, int end) {
        String piece = text.substring(position, end);
        boolean comment = kind == Kind.QUOTED && (piece.startsWith("--") || piece.startsWith("/*"));
        boolean empty = piece.isBlank() || comment;
        if (begin < 0 && !empty) {
            begin = position;
        }
        if (begin >= 0) {
            append(kind, kind == Kind.PARAMETER ? piece.substring(1) : piece);
        }
        position = end;
    }

    private void append(Kind kind, String piece) {
        int last = pieces.size() - 1;
        if (kind == Kind.SQL && last >= 0 && pieces.get(last).kind() == Kind.SQL) {
            pieces.set(last, new Piece(pieces.get(last).text() + piece, kind));
        } else {
            pieces.add(new Piece(piece, kind));
        }
    }

    private void end() {
        if (begin >= 0) {
            int last = pieces.size() - 1;
            Piece end = pieces.get(last);
            pieces.set(last, new Piece(end.text().stripTrailing(), end.kind()));
            statements.add(new ApplicationStatement(file, line(begin), pieces, values));
        }
        pieces.clear();
        begin = -1;
    }

    private int line(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
