package dev.rehearsal;

import dev.rehearsal.result.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** The files of the history are at fault before anything runs: two scripts of one version, an undo of nothing. */
public final class UnfitHistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    UnfitHistoryException(List<Finding> findings) {
        super(findings.stream()
                .map(finding -> finding.rule() + ": " + finding.message() + " " + finding.remedy())
                .collect(Collectors.joining(System.lineSeparator())));
        this.findings = List.copyOf(findings);
    }

    /** {@return what is at fault} */
    public List<Finding> findings() {
        return findings;
    }
}
