package dev.rehearsal.postgres.rule;

import dev.rehearsal.migration.RunnerWords;
import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.TableUse;
import dev.rehearsal.rule.FactNames;
import dev.rehearsal.text.Lexer;
import dev.rehearsal.text.Token;
import dev.rehearsal.text.Token.Kind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The very statement that wrote many rows, cut into batches. */
final class BatchedStatement {
    private static final Lexer LEXER = new PostgresLexer();
    private static final String NAME = "(?:\"[^\"]+\"|[\\p{L}_][\\p{L}\\d_$]*)";
    private static final String TABLE = "(?:ONLY\\s+)?(?<table>" + NAME + "(?:\\s*\\.\\s*" + NAME + ")?)";
    private static final Pattern UPDATE = Pattern.compile(
            "(?is)UPDATE\\s+" + TABLE + "(?:\\s+(?:AS\\s+)?(?<alias>(?!SET\\b)" + NAME + "))?\\s+SET\\s.+");
    private static final Pattern DELETE = Pattern.compile(
            "(?is)DELETE\\s+FROM\\s+" + TABLE + "(?:\\s+(?:AS\\s+)?(?<alias>(?!WHERE\\b|USING\\b|RETURNING\\b)" + NAME
                    + "))?(?:\\s+(?:WHERE|USING)\\b.+)?");

    private BatchedStatement() {}

    /** {@return a loop that does what a statement did to a table, in batches} */
    static String of(StatementFacts statement, TableUse use, List<String> key, RunnerWords words) {
        String sql = withoutComments(statement.sql()).strip().replaceAll(";\\s*$", "");
        Matcher target = sql.regionMatches(true, 0, "DELETE", 0, 6) ? DELETE.matcher(sql) : UPDATE.matcher(sql);
        if (!target.matches() || !FactNames.bare(use.table()).equalsIgnoreCase(bare(target.group("table")))) {
            return elsewhere(statement, use, key, words);
        }
        String alias = target.group("alias") == null ? "" : target.group("alias") + ".";
        return cut(sql) < 0
                ? elsewhere(statement, use, key, words)
                : Batches.batches(use.table(), key, words, range -> batch(sql, key, alias, range) + ";");
    }

    private static String batch(String sql, List<String> key, String alias, String range) {
        int at = cut(sql);
        String by = key.isEmpty() ? "id" : key.get(0);
        String rows = alias.isEmpty()
                ? range
                : range.replace(by + " >", alias + by + " >").replace(by + " <", alias + by + " <");
        String head = sql.substring(0, at).strip();
        String condition = at == sql.length()
                ? ""
                : " AND (" + sql.substring(at + "WHERE".length()).strip() + ")";
        return head + "\n      WHERE " + rows + condition + notDone(head, alias);
    }

    /** One column that is set to one value tells by itself which rows are done: killed and run again, it goes on. */
    private static String notDone(String head, String alias) {
        int from = -1;
        int equals = -1;
        int depth = 0;
        for (Token token : LEXER.tokens(head)) {
            String word = token.of(head);
            if (token.kind() == Kind.SIGN) {
                depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
                equals = equals < 0 && word.equals("=") ? token.start() : equals;
                if (depth == 0 && word.equals(",")) {
                    return "";
                }
            } else if (token.kind() == Kind.WORD && depth == 0) {
                if (word.equalsIgnoreCase("FROM")) {
                    return "";
                }
                from = from < 0 && word.equalsIgnoreCase("SET") ? token.end() : from;
            }
        }
        if (from < 0 || equals < from) {
            return "";
        }
        return " AND " + alias + head.substring(from, equals).strip() + " IS DISTINCT FROM ("
                + head.substring(equals + 1).strip() + ")";
    }

    /** {@return the statement from where it begins} */
    private static String withoutComments(String sql) {
        return LEXER.tokens(sql).stream()
                .filter(token -> !token.isBlank())
                .findFirst()
                .map(token -> sql.substring(token.start()))
                .orElse("");
    }

    /** {@return where its WHERE stands; its length if it has none; -1 if it cannot be cut} */
    private static int cut(String sql) {
        int depth = 0;
        int where = sql.length();
        for (Token token : LEXER.tokens(sql)) {
            String word = token.of(sql);
            if (token.kind() == Kind.SIGN) {
                depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            } else if (token.kind() == Kind.WORD && depth == 0) {
                if (word.equalsIgnoreCase("RETURNING")) {
                    return -1;
                }
                where = word.equalsIgnoreCase("WHERE") ? token.start() : where;
            }
        }
        return where;
    }

    /** A block, a function or a MERGE is no text to be cut: its place in the loop is. */
    private static String elsewhere(StatementFacts statement, TableUse use, List<String> key, RunnerWords words) {
        return Batches.batches(
                use.table(),
                key,
                words,
                range -> "-- here what line " + statement.line() + " does to " + use.table()
                        + ", for the rows with\n    -- " + range);
    }

    private static String bare(String name) {
        String last = name.replaceFirst("(?s)^(?:\"[^\"]+\"|[^\".]+)\\s*\\.\\s*", "");
        return last.startsWith("\"") ? last.substring(1, last.length() - 1) : last;
    }
}
