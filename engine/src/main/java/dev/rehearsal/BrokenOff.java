package dev.rehearsal;

import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import dev.rehearsal.settings.InvalidSettingException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells why a rehearsal ended before its end. What the project or its machine can mend is told in the words of whoever
 * noticed it; all else is an error of ours, and told as one. Either way not everything was measured.
 */
final class BrokenOff {
    private static final String OURS = "dev.rehearsal.";

    private static final String REPORT =
            "This is an error of Rehearsal, not of the migration, unless the place is in code"
                    + " of the project: please report it, with this message. Maven's option -X shows the whole stack.";

    private BrokenOff() {}

    /**
     * {@return the finding for what was thrown}
     *
     * @param thrown by anything
     */
    static Finding by(Throwable thrown) {
        boolean expected = thrown instanceof InvalidSettingException
                || thrown instanceof MigrationSourceException
                || thrown instanceof DatabaseUnavailableException;
        return expected
                ? finding(words(thrown), "Correct it and run again.")
                : finding("Rehearsal itself failed: " + inFull(thrown) + ".", REPORT);
    }

    /** {@return the finding that stands where the way through a history ended} */
    static Finding finding(String message, String remedy) {
        return new Finding("not-measured", Severity.ERROR, message, remedy, null, 0);
    }

    private static String inFull(Throwable thrown) {
        Throwable cause = thrown;
        StringBuilder text = new StringBuilder(named(thrown));
        for (int i = 0; cause.getCause() != null && i < 3; i++) {
            cause = cause.getCause();
            if (!words(thrown).contains(words(cause))) {
                text.append("; its cause: ").append(named(cause));
            }
        }
        return text.append(place(cause)).toString();
    }

    private static String named(Throwable thrown) {
        return thrown.getClass().getName() + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
    }

    private static String words(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), thrown.toString());
    }

    /** Where it was thrown, and where code of ours was left for that. */
    private static String place(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        if (stack.length == 0) {
            return "";
        }
        Optional<StackTraceElement> own = Arrays.stream(stack)
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst();
        String within = own.filter(frame -> !frame.equals(stack[0]))
                .map(frame -> ", called by " + place(frame))
                .orElse("");
        return ", at " + place(stack[0]) + within;
    }

    private static String place(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName() + " (" + frame.getFileName() + ":"
                + frame.getLineNumber() + ")";
    }
}
