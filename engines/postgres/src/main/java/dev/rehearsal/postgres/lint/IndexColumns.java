package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.lint.LintText.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Columns that stand at the head of an index, as the words of some script say.
 *
 * @param table the key of the table
 * @param columns the keys of its columns, in order
 */
record IndexColumns(String table, List<String> columns) {
    private static final Pattern INDEX =
            Pattern.compile("(?i)CREATE (?:UNIQUE )?INDEX .*?\\bON (?:ONLY )?(?<table>" + StatementWords.NAME
                    + ") (?:USING " + StatementWords.NAME + " )?\\( (?<columns>[^()]*) \\)(?! WHERE\\b).*");
    private static final Pattern KEY = Pattern.compile("(?i)\\b(?:PRIMARY KEY|UNIQUE) \\( (?<columns>[^()]*) \\)");
    private static final Pattern COLUMN_KEY =
            Pattern.compile("(?i)(?<column>" + StatementWords.NAME + ") .*\\b(?:PRIMARY KEY|UNIQUE)\\b(?! \\().*");

    IndexColumns {
        columns = List.copyOf(columns);
    }

    /** {@return the indexes that an action makes} */
    static Stream<IndexColumns> of(Action action) {
        Matcher index = INDEX.matcher(action.words());
        if (index.matches()) {
            return Stream.of(of(index.group("table"), index.group("columns")));
        }
        return TableParts.of(action).stream()
                .flatMap(parts -> parts.parts().stream().flatMap(part -> keys(parts.table(), part)));
    }

    /** {@return whether it serves a search by some columns} */
    boolean serves(IndexColumns wanted) {
        int size = wanted.columns().size();
        return table.equals(wanted.table())
                && columns.size() >= size
                && columns.subList(0, size).containsAll(wanted.columns());
    }

    static IndexColumns of(String table, String list) {
        List<String> columns = new ArrayList<>();
        for (String column : list.split(" , ", -1)) {
            columns.add(StatementWords.key(column.strip().split(" ", 2)[0]));
        }
        return new IndexColumns(StatementWords.key(table), columns);
    }

    private static Stream<IndexColumns> keys(String table, String part) {
        Matcher key = KEY.matcher(part);
        if (key.find()) {
            return Stream.of(of(table, key.group("columns")));
        }
        Matcher column = COLUMN_KEY.matcher(part);
        return column.matches() ? Stream.of(of(table, column.group("column"))) : Stream.empty();
    }
}
