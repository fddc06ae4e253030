package dev.rehearsal.inspection;

import dev.rehearsal.result.Severity;
import dev.rehearsal.schema.Definition;
import dev.rehearsal.schema.Definition.Trait;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaDifference;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds a database's schema against the rehearsed one. */
final class SchemaJudge {
    private SchemaJudge() {}

    static Answer judge(Rehearsed rehearsed, SchemaSnapshot actual, String server) {
        boolean otherMajor = !major(rehearsed.server()).equals(major(server));
        List<Sighting> sightings =
                SchemaComparison.differences(ofTheProject(rehearsed.snapshot()), ofTheProject(actual)).stream()
                        .map(difference -> sighting(difference, otherMajor))
                        .toList();
        return Answer.of(Question.SCHEMA, sightings);
    }

    private static Sighting sighting(SchemaDifference difference, boolean otherMajor) {
        // two major versions write some definitions in other words
        boolean wording = otherMajor && difference.change() == SchemaDifference.Change.ALTERED;
        Severity severity = difference.cosmetic() || wording ? Severity.WARNING : Severity.ERROR;
        String says = switch (difference.change()) {
            case MISSING -> "is missing; rehearsed as: " + difference.before();
            case EXTRA -> "was not there in the rehearsal: " + difference.after();
            case ALTERED -> "was rehearsed as: " + difference.before() + "; is: " + difference.after();
        };
        return new Sighting(severity, difference.object(), says);
    }

    private static SchemaSnapshot ofTheProject(SchemaSnapshot snapshot) {
        Map<SchemaObject, Definition> kept = new HashMap<>(snapshot.definitions());
        kept.values().removeIf(definition -> definition.is(Trait.OF_THE_SERVER));
        return SchemaSnapshot.of(kept);
    }

    private static String major(String version) {
        return version.split("\\D", 2)[0];
    }
}
