package dev.rehearsal;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.volume.UnknownNames;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers the tables and columns of all versions, for a profile may name one that a later version drops. What no version
 * has is a mistake, and its rows would silently be others than was asked for.
 */
final class VolumeNames {
    private final VolumeProfile profile;
    private final Map<QualifiedName, Set<String>> known = new HashMap<>();

    VolumeNames(VolumeProfile profile) {
        this.profile = profile;
    }

    void note(Stage stage) throws SQLException {
        if (!profile.tables().isEmpty() || !profile.production().isEmpty()) {
            stage.columns()
                    .forEach((table, columns) -> known.computeIfAbsent(table, name -> new HashSet<>())
                            .addAll(columns));
        }
    }

    /** {@return a finding for each name that no version has, once all have been noted} */
    List<Finding> unknown() {
        return UnknownNames.in(profile, known).stream()
                .map(problem -> new Finding(
                        "volume-unknown-name",
                        Severity.ERROR,
                        problem,
                        "Correct the name in the volume file, or take it out.",
                        null,
                        0))
                .toList();
    }
}
