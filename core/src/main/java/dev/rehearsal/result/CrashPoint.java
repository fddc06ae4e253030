package dev.rehearsal.result;

import java.util.Locale;

/**
 * A moment at which an up is killed. What lies after one statement and before the next is one moment: between them the
 * server does nothing.
 *
 * @param when relative to the statement
 * @param script the name of the script
 * @param statement the how-manieth statement of the script, from 1; 0 if none is meant
 * @param line the line on which it begins; 0 if not known
 */
public record CrashPoint(When when, String script, int statement, int line) {
    /** {@return for a reader: {@code after V2__a.sql:14}} */
    public String place() {
        String at = statement == 0 ? script : script + (line > 0 ? ":" + line : " (statement " + statement + ")");
        return when.words() + " " + at;
    }

    /** Relative to the statement. */
    public enum When {
        /** It is not yet sent. */
        BEFORE("before"),
        /** It has committed a part of its work by itself and is still running. */
        DURING("in the middle of"),
        /** It has ended, and nothing after it is sent. */
        AFTER("after"),
        /** All statements have ended; their transaction has not been committed. */
        BEFORE_COMMIT("before the commit of"),
        /** The transaction is committed, and the runner ends with all its sessions. */
        AFTER_COMMIT("right after the commit of");

        private final String words;

        When(String words) {
            this.words = words;
        }

        /** {@return as it stands in reports: {@code before-commit}} */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** {@return for a sentence} */
        public String words() {
            return words;
        }
    }
}
