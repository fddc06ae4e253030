package dev.rehearsal.inspection;

import dev.rehearsal.result.Severity;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaDifference;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a database's schema against the rehearsed one. */
final class SchemaJudge {
    /** What belongs to a server and to those who run it, and differs between any two. */
    private static final Set<String> OF_THE_SERVER = Set.of(
            "role",
            "role membership",
            "tablespace",
            "database",
            "database setting",
            "role setting",
            "role setting in this database",
            "user mapping",
            "subscription",
            "parameter",
            "extension");

    private static final List<String> OF_THE_OWNER =
            List.of("owner of ", "grants on ", "default privileges", "default acl");

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
        Map<SchemaObject, String> kept = new HashMap<>(snapshot.definitions());
        kept.keySet()
                .removeIf(object ->
                        isOfTheServer(object.type()) || OF_THE_OWNER.stream().anyMatch(object.type()::startsWith));
        return SchemaSnapshot.of(kept);
    }

    /** A comment or a label on such an object is the server's as well. */
    private static boolean isOfTheServer(String type) {
        return OF_THE_SERVER.contains(type) || OF_THE_SERVER.stream().anyMatch(of -> type.endsWith(" on " + of));
    }

    private static String major(String version) {
        return version.split("\\D", 2)[0];
    }
}
