package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.lint.LintText.Action;
import java.util.Optional;
import java.util.regex.Pattern;

/** DROP INDEX or REINDEX without CONCURRENTLY. */
final class BlockingIndexChange implements GuessRule {
    private final String rule;
    private final Pattern pattern;
    private final String says;

    private BlockingIndexChange(String rule, String pattern, String says) {
        this.rule = rule;
        this.pattern = Pattern.compile("(?i)" + pattern);
        this.says = says;
    }

    static BlockingIndexChange drop() {
        return new BlockingIndexChange(
                "index-drop-not-concurrent",
                "DROP INDEX (?!CONCURRENTLY\\b).*",
                "An index would be dropped under a lock that lets no one read or write its table.");
    }

    static BlockingIndexChange rebuild() {
        return new BlockingIndexChange(
                "reindex-not-concurrent",
                "REINDEX (?!.*\\bCONCURRENTLY\\b).*",
                "Indexes would be built anew while no one can write to their tables.");
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public String remedy() {
        return "Do it CONCURRENTLY, in a script of its own outside a transaction.";
    }

    /** To drop an index is an undo's work; the lock is what an undo should know of, too. */
    @Override
    public Optional<String> guess(Action action, LintText script) {
        return pattern.matcher(action.words()).matches() ? Optional.of(says) : Optional.empty();
    }
}
