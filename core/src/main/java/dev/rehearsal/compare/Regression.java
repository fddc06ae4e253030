package dev.rehearsal.compare;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One thing that got worse, or that cannot be compared.
 *
 * @param kind what
 * @param script of which migration
 * @param message what was and what is, with the numbers
 */
public record Regression(Kind kind, String script, String message) {
    /** What can get worse, worst first. */
    public enum Kind {
        LOSSY("newly lossy"),
        NOT_MEASURED("newly not measured"),
        FINDING("new findings"),
        LONGER_LOCKED("longer locked"),
        LONGER_STALLED("longer stalled"),
        SLOWER("slower"),
        /** It is in one of the reports only. */
        NOT_COMPARED("not compared");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** {@return the name in settings and files: {@code longer-locked}} */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** {@return what it is called in a report: {@code longer locked}} */
        public String title() {
            return title;
        }

        /** {@return the names of all} */
        public static List<String> ids() {
            return Stream.of(values()).map(Kind::id).toList();
        }
    }
}
