package dev.rehearsal.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a runner reads, and what has become of it since an earlier time.
 *
 * @param kind what it is
 * @param name for a reader: the file's name
 * @param change what has become of it
 * @param versions the versions that it acts on; null for all
 * @param detail what about it has changed, or why it could not be compared; null if there is nothing to add
 */
public record RunnerInput(
        Kind kind,
        String name,
        Change change,
        @Nullable List<String> versions,
        @Nullable String detail) {
    /** The kinds of what a runner reads. */
    public enum Kind {
        /** A script of a version, which the runner refuses when it is edited. */
        SCRIPT("script"),
        /** A class of a version. */
        CLASS("class"),
        /** A way back. */
        UNDO("undo script"),
        /** What is run again whenever it changes. */
        REPEATABLE("repeatable script"),
        /** What is run before or after others. */
        CALLBACK("callback"),
        /** The settings of one script. */
        SCRIPT_SETTINGS("settings of a script"),
        /** What the runner is told as a whole. */
        CONFIGURATION("configuration");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        /**
         * {@return what they are called}
         *
         * @param count how many
         */
        public String noun(int count) {
            if (count == 1) {
                return noun;
            }
            return switch (this) {
                case CLASS -> noun + "es";
                case SCRIPT_SETTINGS -> "settings of scripts";
                case SCRIPT, UNDO, REPEATABLE, CALLBACK, CONFIGURATION -> noun + "s";
            };
        }
    }

    /** What may have become of something. */
    public enum Change {
        /** It was not there. */
        NEW("new"),
        /** It was there, and is another now. */
        CHANGED("changed"),
        /** It is as it was. */
        SAME("the same"),
        /** It was there. */
        REMOVED("removed"),
        /** It cannot be told: there is nothing to hold it against. */
        UNKNOWN("cannot be compared");

        private final String words;

        Change(String words) {
            this.words = words;
        }

        /** {@return it for a reader} */
        public String words() {
            return words;
        }
    }

    public RunnerInput {
        versions = versions == null ? null : List.copyOf(versions);
    }

    /** {@return whether it is not known to be as it was} */
    public boolean changed() {
        return change != Change.SAME;
    }

    /** {@return it and what has become of it: {@code R__views.sql (changed)}} */
    public String words() {
        return name + " (" + change.words() + (detail == null ? "" : ": " + detail) + ")";
    }
}
