package dev.rehearsal.recorded;

import java.util.Locale;

/** What the reports of older versions leave to be understood. */
final class OlderReports {
    private OlderReports() {}

    /** {@return the name of a lock mode for a reader: {@code ACCESS EXCLUSIVE} of {@code AccessExclusiveLock}} */
    static String words(String mode) {
        return mode.replaceFirst("Lock$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toUpperCase(Locale.ROOT);
    }
}
