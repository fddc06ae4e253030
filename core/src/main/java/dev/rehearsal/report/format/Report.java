package dev.rehearsal.report.format;

import dev.rehearsal.result.RehearsalReport;

/** One form in which a rehearsal is told. Implementations are pure: the same report gives the same text. */
public interface Report {
    /** {@return the name of its file, without a folder} */
    String fileName();

    /**
     * {@return the whole text of the file}
     *
     * @param report what to tell
     */
    String render(RehearsalReport report);
}
