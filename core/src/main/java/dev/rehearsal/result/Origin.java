package dev.rehearsal.result;

import org.jspecify.annotations.Nullable;

/**
 * Of which state of the project a rehearsal was.
 *
 * @param commit the commit that was checked out
 * @param branch its branch; null if none was checked out, as in many builds on a server
 */
public record Origin(String commit, @Nullable String branch) {
    private static final int SHORT = 8;

    /** {@return it in words: {@code commit 1a2b3c4d on main}} */
    public String words() {
        String brief = commit.substring(0, Math.min(SHORT, commit.length()));
        return "commit " + brief + (branch == null ? "" : " on " + branch);
    }
}
