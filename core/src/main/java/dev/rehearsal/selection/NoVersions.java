package dev.rehearsal.selection;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;

/** A project that has repeatable scripts alone. */
final class NoVersions {
    private NoVersions() {}

    static Finding finding() {
        return new Finding(
                "not-measured",
                Severity.ERROR,
                "There is no version to rehearse: the project has repeatable scripts alone, and each of those is rehearsed"
                        + " when it has changed.",
                "Set rehearsal.since to the branch into which it is merged.",
                null,
                0);
    }
}
