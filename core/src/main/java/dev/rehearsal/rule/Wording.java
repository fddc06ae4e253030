package dev.rehearsal.rule;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The wording that rules share. */
public final class Wording {
    private Wording() {}

    static Finding of(Rule rule, Migration migration, String message, String remedy) {
        return new Finding(
                rule.id(), rule.severity(), message, remedy, migration.script().name(), 0);
    }

    static Finding failure(Rule rule, String prefix, String remedy, PhaseResult phase, MigrationFacts facts) {
        RunFailure failure = phase.failure();
        if (failure == null) {
            throw new IllegalArgumentException(phase.phase().id() + " did not fail");
        }
        StringBuilder message = new StringBuilder(prefix).append(failure.message());
        if (failure.sqlState() != null) {
            message.append(" (SQLSTATE ").append(failure.sqlState()).append(')');
        }
        if (failure.detail() != null) {
            message.append(' ').append(failure.detail());
        }
        String script = failure.script() == null ? scriptOf(phase.phase(), facts.migration()) : failure.script();
        return new Finding(rule.id(), rule.severity(), message.toString(), remedy, script, failure.line());
    }

    static @Nullable String undoName(Migration migration) {
        return migration.undo() == null ? null : migration.undo().name();
    }

    /**
     * {@return the name of the script that a phase runs; null if there is none}
     *
     * @param phase which
     * @param migration whose
     */
    public static @Nullable String scriptOf(Phase phase, Migration migration) {
        return switch (phase) {
            case UP, UP_AGAIN, UP_FINAL -> migration.script().name();
            case DOWN, DOWN_AFTER_USE -> undoName(migration);
        };
    }

    /**
     * {@return so many of something: {@code 1 row}, {@code 2,500 rows}}
     *
     * @param n how many
     * @param noun of what, for one of them
     */
    public static String count(long n, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : "s");
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /**
     * {@return a time as a reader would say it}
     *
     * @param ms in milliseconds
     */
    public static String millis(double ms) {
        if (ms < 1000) {
            return String.format(Locale.ROOT, ms < 10 ? "%.1f ms" : "%.0f ms", ms);
        }
        return ms < 60_000
                ? String.format(Locale.ROOT, "%.1f s", ms / 1000)
                : String.format(Locale.ROOT, "%d min %d s", (long) ms / 60_000, (long) ms / 1000 % 60);
    }
}
