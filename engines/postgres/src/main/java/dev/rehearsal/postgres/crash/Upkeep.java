package dev.rehearsal.postgres.crash;

import java.util.regex.Pattern;

/** Knows the statements that commit in their middle and change nothing that anyone could miss. */
final class Upkeep {
    private static final Pattern UPKEEP = Pattern.compile(
            "^(\\s|--[^\\n]*\\n|/\\*.*?\\*/)*(VACUUM|ANALYZE)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Upkeep() {}

    static boolean is(String sql) {
        return UPKEEP.matcher(sql).matches();
    }
}
