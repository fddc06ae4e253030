package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.lint.LintText.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An index that an earlier statement of the history makes as well, under another name.
 *
 * @param twins the name of the earlier one, by the later action
 */
record TwinIndex(Map<Action, String> twins) implements GuessRule {
    private static final Pattern INDEX =
            Pattern.compile("(?i)CREATE (?:UNIQUE )?INDEX (?:CONCURRENTLY )?(?:IF NOT EXISTS )?" + "(?<name>(?!ON )"
                    + StatementWords.NAME + ") ON (?:ONLY )?(?<table>" + StatementWords.NAME + ") (?<rest>.*)");
    private static final Pattern DROPS =
            Pattern.compile("(?i)DROP INDEX (?:CONCURRENTLY )?(?:IF EXISTS )?(?<name>" + StatementWords.NAME + ").*");

    /** {@return the guess, from all scripts that go up, oldest first} */
    static TwinIndex of(List<LintText> history) {
        Map<String, String> names = new HashMap<>();
        Map<Action, String> twins = new HashMap<>();
        for (LintText text : history) {
            for (Action action : text.undoes() ? List.<Action>of() : text.actions()) {
                Matcher made = INDEX.matcher(action.words());
                Matcher dropped = DROPS.matcher(action.words());
                if (dropped.matches()) {
                    names.values().remove(StatementWords.key(dropped.group("name")));
                } else if (made.matches()) {
                    String name = StatementWords.key(made.group("name"));
                    String earlier = names.putIfAbsent(shape(made), name);
                    if (earlier != null && !earlier.equals(name)) {
                        twins.put(action, earlier);
                    }
                }
            }
        }
        return new TwinIndex(Map.copyOf(twins));
    }

    private static String shape(Matcher made) {
        String rest = made.group("rest").toLowerCase(Locale.ROOT);
        return StatementWords.key(made.group("table")) + " " + rest.replaceFirst("^using btree ", "");
    }

    @Override
    public String rule() {
        return "duplicate-index";
    }

    @Override
    public String remedy() {
        return "Drop one of the two.";
    }

    @Override
    public boolean ofUndoToo() {
        return false;
    }

    @Override
    public Optional<String> guess(Action action, LintText script) {
        return Optional.ofNullable(twins.get(action)).map(earlier -> "It would do what index " + earlier + " does.");
    }
}
