package dev.rehearsal.inspection;

import dev.rehearsal.migration.Applied;
import dev.rehearsal.result.Severity;
import dev.rehearsal.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** Holds a database's history against the rehearsed versions. */
final class VersionJudge {
    private VersionJudge() {}

    static Answer judge(Rehearsed rehearsed, Applied applied) {
        List<Sighting> sightings = new ArrayList<>();
        applied.failed()
                .forEach(
                        version -> sightings.add(sighting(Severity.ERROR, version, "failed, and the history says so")));
        applied.missing()
                .forEach(version -> sightings.add(sighting(
                        Severity.ERROR, version, "is not applied; rehearsed was up to " + rehearsed.version())));
        applied.beyond()
                .forEach(version -> sightings.add(sighting(
                        Severity.WARNING,
                        version,
                        "is applied, and was not rehearsed: the end was " + rehearsed.version())));
        return Answer.of(Question.VERSIONS, sightings);
    }

    private static Sighting sighting(Severity severity, String version, String says) {
        return new Sighting(severity, new SchemaObject("version", version), says);
    }
}
