package dev.rehearsal.flyway;

/**
 * One statement of a script as Flyway cuts it.
 *
 * @param line the line of the script on which it begins, after the comments before it
 * @param sql what is sent: its text with the comments before it
 * @param comments how many characters of it are these comments
 * @param words its unquoted words in upper case, without comments and literals
 */
record ParsedStatement(int line, String sql, int comments, String words) {
    /** {@return its text without the comments before it} */
    String body() {
        return sql.substring(comments);
    }

    /**
     * {@return the line of the script that a position in the sent text falls on}
     *
     * @param position from 1, as the server counts characters
     */
    int lineAt(int position) {
        int start = line - newlines(sql.substring(0, comments));
        return start + newlines(sql.substring(0, Math.min(sql.length(), Math.max(0, position - 1))));
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
