package dev.rehearsal;

import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.spi.Modules;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        return finding(message, remedy, null);
    }

    /** {@return the finding that stands at the file where the way through a history ended} */
    static Finding finding(String message, String remedy, @Nullable String file) {
        return new Finding("not-measured", Severity.ERROR, message, remedy, file, 0);
    }

    /** {@return what to do when the database failed under a statement of ours} */
    static String remedy(SQLException failure) {
        return isOurs(failure)
                ? "Unless something in the project's own schema refuses it, this is an error of Rehearsal: please report it,"
                        + " with this message."
                : "Look at the server's log and run again.";
    }

    /** {@return where the statement was sent, if the server is not to blame} */
    static String where(SQLException failure) {
        return isOurs(failure) ? place(failure) : "";
    }

    /** What has not befallen the server, it says of the statement. */
    private static boolean isOurs(SQLException failure) {
        return Modules.fault(failure, null)
                .filter(fault -> fault.code() != null && !fault.kind().ofTheServer())
                .isPresent();
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
