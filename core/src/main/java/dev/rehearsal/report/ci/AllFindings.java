package dev.rehearsal.report.ci;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.RehearsalReport;
import java.util.List;
import java.util.stream.Stream;

/** The findings of a whole rehearsal. */
final class AllFindings {
    private AllFindings() {}

    /** {@return those of the history, then those of each migration; a finding without a file gets its migration's} */
    static List<Finding> of(RehearsalReport report) {
        return Stream.concat(
                        report.findings().stream(),
                        report.migrations().stream()
                                .flatMap(m -> m.findings().stream()
                                        .map(f -> f.in(
                                                m.facts().migration().script().name()))))
                .toList();
    }
}
