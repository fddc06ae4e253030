package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.lint.LintText.Action;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A foreign key whose columns no index of any script begins with.
 *
 * @param indexes those that the history makes
 */
record UnindexedForeignKey(List<IndexColumns> indexes) implements GuessRule {
    private static final Pattern OF_TABLE = Pattern.compile("(?i)\\bFOREIGN KEY \\( (?<columns>[^()]*) \\)");
    private static final Pattern OF_COLUMN =
            Pattern.compile("(?i)(?!CONSTRAINT |FOREIGN |CHECK |UNIQUE |PRIMARY )(?<column>" + StatementWords.NAME
                    + ") .*\\bREFERENCES " + StatementWords.NAME + ".*");

    @Override
    public String rule() {
        return "foreign-key-without-index";
    }

    @Override
    public String remedy() {
        return "Index the referencing columns, CONCURRENTLY if the table is in use.";
    }

    @Override
    public boolean ofUndoToo() {
        return false;
    }

    @Override
    public Optional<String> guess(Action action, LintText script) {
        return TableParts.of(action).stream()
                .flatMap(parts -> parts.parts().stream().flatMap(part -> key(parts.table(), part)))
                .filter(key -> indexes.stream().noneMatch(index -> index.serves(key)))
                .findFirst()
                .map(key -> "No script makes an index of " + key.table() + " that begins with "
                        + String.join(", ", key.columns())
                        + ": each DELETE in the referenced table would read all of it.");
    }

    private static Stream<IndexColumns> key(String table, String part) {
        Matcher ofTable = OF_TABLE.matcher(part);
        if (ofTable.find()) {
            return Stream.of(IndexColumns.of(table, ofTable.group("columns")));
        }
        Matcher ofColumn = OF_COLUMN.matcher(part);
        return ofColumn.matches() ? Stream.of(IndexColumns.of(table, ofColumn.group("column"))) : Stream.empty();
    }
}
