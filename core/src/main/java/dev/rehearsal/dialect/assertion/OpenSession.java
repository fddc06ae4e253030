package dev.rehearsal.dialect.assertion;

/**
 * A session that is connected to a database.
 *
 * @param application how it calls itself; empty if it does not
 * @param state what it is doing, in the words of its engine
 * @param inTransaction whether it is within a transaction, so that it may hold locks
 * @param query its last statement; empty if it is not known
 */
public record OpenSession(String application, String state, boolean inTransaction, String query) {
    private static final int SHOWN = 80;

    /** {@return it in words: {@code 'shop', idle, last statement: SELECT 1}} */
    @Override
    public String toString() {
        String sql = query.strip().replaceAll("\\s+", " ");
        String shown = sql.length() > SHOWN ? sql.substring(0, SHOWN) + "…" : sql;
        return (application.isEmpty() ? "a connection" : "'" + application + "'") + ", " + state
                + (shown.isEmpty() ? "" : ", last statement: " + shown);
    }
}
