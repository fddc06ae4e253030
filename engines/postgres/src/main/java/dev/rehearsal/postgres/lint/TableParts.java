package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.lint.LintText.Action;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns and constraints that CREATE TABLE or ALTER TABLE … ADD gives a table, each by its words.
 *
 * @param table the table's name
 * @param parts {@code user_id bigint NOT NULL}
 */
record TableParts(String table, List<String> parts) {
    private static final Pattern CREATES = Pattern.compile("(?i)CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(?<table>"
            + StatementWords.NAME + ") \\( (?<body>.*) \\).*");
    private static final Pattern ADDS = Pattern.compile("(?i)ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(?<table>"
            + StatementWords.NAME + ") ADD (?:COLUMN )?(?:IF NOT EXISTS )?(?<body>.*)");

    TableParts {
        parts = List.copyOf(parts);
    }

    static Optional<TableParts> of(Action action) {
        Matcher creates = CREATES.matcher(action.words());
        if (creates.matches()) {
            return Optional.of(new TableParts(creates.group("table"), StatementWords.list(creates.group("body"))));
        }
        Matcher adds = ADDS.matcher(action.words());
        return adds.matches()
                ? Optional.of(new TableParts(adds.group("table"), List.of(adds.group("body"))))
                : Optional.empty();
    }
}
