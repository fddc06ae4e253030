package dev.rehearsal.command;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.text.Lexer;
import dev.rehearsal.text.Token;
import dev.rehearsal.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which statements are a tool's own: those that name its tables, and those that only ask or set what its session is. In
 * doubt it is the migration's.
 */
final class ToolStatements {
    private static final Set<String> SETTING = Set.of(
            "SET",
            "SHOW",
            "RESET",
            "DISCARD",
            "LISTEN",
            "UNLISTEN",
            "BEGIN",
            "START",
            "SAVEPOINT",
            "RELEASE",
            "DEALLOCATE");
    private static final Set<String> ASKING = Set.of(
            "version",
            "current_schema",
            "current_schemas",
            "current_database",
            "current_setting",
            "current_user",
            "set_config",
            "to_regclass",
            "exists",
            "coalesce",
            "count",
            "now",
            "any",
            "in",
            "lower",
            "upper",
            "format_type",
            "and",
            "or",
            "not",
            "select",
            "from",
            "where",
            "case",
            "on");

    private final Lexer lexer;
    private final Set<String> tables;

    ToolStatements(Lexer lexer, Set<QualifiedName> tables) {
        this.lexer = lexer;
        this.tables = tables.stream().map(QualifiedName::name).collect(Collectors.toSet());
    }

    boolean names(String sql) {
        return words(sql).stream().anyMatch(tables::contains);
    }

    /** {@return whether a statement that does not stand in the script changes nothing of the migration's} */
    boolean own(String sql) {
        List<String> words = words(sql);
        if (words.isEmpty() || names(sql)) {
            return true;
        }
        String first = words.get(0).toUpperCase(Locale.ROOT);
        if (first.equals("ROLLBACK") || SETTING.contains(first)) {
            return true;
        }
        return first.equals("SELECT") && asks(words);
    }

    /** Of a call and of a table only the catalogue's and those that are known. */
    private static boolean asks(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            boolean called = i + 1 < words.size() && words.get(i + 1).equals("(");
            boolean read = Set.of("from", "join").contains(words.get(i - 1).toLowerCase(Locale.ROOT));
            boolean known = word.startsWith("pg_") || word.equals("information_schema") || ASKING.contains(word);
            boolean harmless = known || !word.matches("\\w+");
            if (word.equals("into") || (!harmless && (called || read))) {
                return false;
            }
        }
        return true;
    }

    private List<String> words(String sql) {
        List<String> words = new ArrayList<>();
        for (Token token : lexer.tokens(sql)) {
            String text = token.of(sql);
            if (token.kind() == Kind.WORD || token.kind() == Kind.SIGN) {
                words.add(text);
            } else if (token.kind() == Kind.NAME) {
                words.add(text.substring(1, text.length() - 1));
            }
        }
        return words;
    }
}
