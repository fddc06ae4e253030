package dev.rehearsal.mariadb;

import dev.rehearsal.result.Effect;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.rule.FactNames;
import dev.rehearsal.rule.Recipes;
import org.jspecify.annotations.Nullable;

/** What is known of safer ways on MariaDB: the general ones, as yet. */
final class MariaDbRecipes implements Recipes {
    @Override
    public @Nullable String saferWay(Effect.Kind kind) {
        return null;
    }

    @Override
    public @Nullable String rewritten(StatementFacts statement, String table) {
        String sql = statement.sql().strip();
        if (!sql.regionMatches(true, 0, "ALTER", 0, 5)) {
            return null;
        }
        String clause = sql.replaceFirst("(?is)^ALTER\\s+(?:ONLINE\\s+|IGNORE\\s+)*TABLE\\s+\\S+\\s+", "")
                .replaceAll(
                        "(?i),?\\s*(?:ALGORITHM|LOCK)\\s*=?\\s*(?:DEFAULT|INSTANT|NOCOPY|INPLACE|COPY|NONE|SHARED|EXCLUSIVE)",
                        "");
        boolean inPlace = "INPLACE".equals(statement.algorithm());
        String online = inPlace ? "INPLACE" : "INSTANT";
        return "SET SESSION lock_wait_timeout = 1;\n"
                + "ALTER TABLE " + table + " " + clause + ", ALGORITHM=" + online + ", LOCK=NONE;\n"
                + "-- it fails instead of blocking others; where it fails, copy the table beside the application:\n"
                + "-- gh-ost --database=" + FactNames.schema(table) + " --table=" + FactNames.bare(table)
                + " --alter=\""
                + clause.replace("\"", "\\\"") + "\" --execute\n"
                + "-- or pt-online-schema-change with the same --alter";
    }

    @Override
    public String saferInGeneral() {
        return "Write ALGORITHM=INPLACE, LOCK=NONE or ALGORITHM=INSTANT into the ALTER TABLE, so that it fails instead of"
                + " blocking others.";
    }

    @Override
    public String giveUp(long timeoutMs) {
        return "Write SET SESSION lock_wait_timeout = " + seconds(timeoutMs) + " at the script's beginning"
                + whole(timeoutMs);
    }

    @Override
    public String giveUpSooner(long timeoutMs) {
        return "Set lock_wait_timeout to " + seconds(timeoutMs) + whole(timeoutMs);
    }

    @Override
    public String tryAgain(@Nullable String sql, long timeoutMs) {
        return "SET SESSION lock_wait_timeout = " + seconds(timeoutMs) + ";\n"
                + (sql == null ? "-- what is left of the script" : sql + ";");
    }

    /** There is no constraint that only new rows must meet; a trigger can refuse them. */
    @Override
    public String oldConstraintForNewRows() {
        return "let a trigger refuse new rows that the old constraint would have refused";
    }

    @Override
    public String sequenceAhead() {
        return "set it ahead of its column (ALTER TABLE … AUTO_INCREMENT = …, or SETVAL)";
    }

    @Override
    public String repeatable() {
        return "Each definition commits by itself: write IF EXISTS and IF NOT EXISTS, so that a script that was interrupted"
                + " can be run again.";
    }

    private static long seconds(long millis) {
        return Math.max(1, millis / 1000);
    }

    private static String whole(long millis) {
        return millis < 1000
                ? ": the server counts in whole seconds, so that others wait a second at the least; allow two (budgets.stall)."
                : ": the server counts in whole seconds.";
    }
}
