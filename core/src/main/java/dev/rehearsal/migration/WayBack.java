package dev.rehearsal.migration;

import org.jspecify.annotations.Nullable;

/** How a migration is taken back. */
public sealed interface WayBack {
    /**
     * {@return the way back that a script is, if there is one}
     *
     * @param script the script; null for none
     */
    static WayBack of(@Nullable Script script) {
        return script == null ? new None() : new Written(script);
    }

    /** {@return the script in which it is written; null if it is not written} */
    default @Nullable Script script() {
        return null;
    }

    /** {@return as it stands in reports: {@code written}, {@code derived}, {@code declared-empty}, {@code none}} */
    String id();

    /** {@return whether the runner can be asked to take the migration back} */
    default boolean exists() {
        return true;
    }

    /**
     * Somebody has written it.
     *
     * @param script a script of its own, or a part of the migration's file
     */
    record Written(Script script) implements WayBack {
        @Override
        public String id() {
            return "written";
        }
    }

    /** The runner makes it of the migration itself. */
    record Derived() implements WayBack {
        @Override
        public String id() {
            return "derived";
        }
    }

    /** Somebody has written that there is nothing to take back. */
    record DeclaredEmpty() implements WayBack {
        @Override
        public String id() {
            return "declared-empty";
        }
    }

    /** There is none: the runner cannot undo it. */
    record None() implements WayBack {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public boolean exists() {
            return false;
        }
    }
}
