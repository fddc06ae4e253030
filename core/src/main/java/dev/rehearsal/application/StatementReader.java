package dev.rehearsal.application;

import dev.rehearsal.application.ApplicationStatement.Kind;
import dev.rehearsal.application.ApplicationStatement.Piece;
import dev.rehearsal.text.Lexer;
import dev.rehearsal.text.Token;
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
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern VALUE = Pattern.compile("--\\s*:([A-Za-z_]\\w*)\\s*=\\s*(.*?)\\s*;?\\s*");
    private static final Pattern QUOTE = Pattern.compile("['\"`]|\\$\\w*\\$");

    private final String file;
    private final String text;
    private final List<Token> tokens;
    private final List<ApplicationStatement> statements = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private int begin = -1;

    StatementReader(String file, String text, Lexer lexer) {
        this.file = file;
        this.text = text.replace("\r\n", "\n");
        this.tokens = lexer.tokens(this.text);
    }

    List<ApplicationStatement> statements() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = whole(tokens.get(i));
            switch (token.kind()) {
                case END -> end();
                case COMMENT -> {
                    value(token.of(text));
                    add(Kind.QUOTED, token);
                }
                case CONSTANT, NAME -> add(Kind.QUOTED, token);
                case SIGN -> i += sign(token, i);
                case SPACE, WORD, NUMBER -> add(Kind.SQL, token);
            }
        }
        end();
        return List.copyOf(statements);
    }

    private Token whole(Token token) {
        if (!token.ended()) {
            Matcher quote = QUOTE.matcher(token.of(text));
            String what = token.kind() == Token.Kind.COMMENT || !quote.find() ? "comment" : "quote " + quote.group();
            throw new ApplicationFolderException(file + ":" + line(token.start()) + ": the " + what + " never ends.");
        }
        return token;
    }

    /** {@return how many of the next tokens belong to it: the name of a parameter} */
    private int sign(Token sign, int at) {
        Token name = at + 1 < tokens.size() ? tokens.get(at + 1) : sign;
        char before = sign.start() == 0 ? ' ' : text.charAt(sign.start() - 1);
        boolean parameter = sign.of(text).equals(":")
                && NAME.matcher(name.of(text)).matches()
                && !Character.isLetterOrDigit(before)
                && "_:".indexOf(before) < 0;
        add(parameter ? Kind.PARAMETER : Kind.SQL, parameter ? name : sign);
        return parameter ? 1 : 0;
    }

    private void value(String comment) {
        Matcher matcher = VALUE.matcher(comment);
        if (matcher.matches() && !matcher.group(2).isEmpty()) {
            values.put(matcher.group(1), matcher.group(2));
        }
    }

    private void add(Kind kind, Token token) {
        if (begin < 0 && !token.isBlank()) {
            begin = kind == Kind.PARAMETER ? token.start() - 1 : token.start();
        }
        if (begin >= 0) {
            append(kind, token.of(text));
        }
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
