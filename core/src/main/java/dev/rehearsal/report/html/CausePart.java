package dev.rehearsal.report.html;

import dev.rehearsal.report.format.Cause;
import dev.rehearsal.report.format.Placed;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.Map;

/**
 * One problem, wherever it was seen.
 *
 * @param severity how much it matters
 * @param rule the rule's id
 * @param sights what was seen
 * @param more how many sights there are beyond those
 * @param remedy what to do, line by line
 */
public record CausePart(Severity severity, String rule, List<SightPart> sights, int more, List<String> remedy) {
    private static final int SIGHTS = 8;
    private static final int PLACES = 12;
    private static final int LONGEST = 4_000;

    /**
     * What was seen, with its places.
     *
     * @param message what, line by line
     * @param places where
     * @param more how many places there are beyond those
     */
    public record SightPart(List<String> message, List<PlacePart> places, int more) {}

    /**
     * A place.
     *
     * @param name file and line
     * @param anchor where its migration stands on the page; empty if it belongs to none
     */
    public record PlacePart(String name, String anchor) {}

    static CausePart of(Cause cause, Map<String, String> anchors) {
        return new CausePart(
                cause.severity(),
                Plain.line(cause.rule()),
                cause.sights().stream()
                        .limit(SIGHTS)
                        .map(sight -> of(sight, anchors))
                        .toList(),
                Math.max(0, cause.sights().size() - SIGHTS),
                Plain.lines(Plain.shorten(cause.remedy(), LONGEST)));
    }

    private static SightPart of(Cause.Sight sight, Map<String, String> anchors) {
        List<PlacePart> places = sight.places().stream()
                .map(placed -> of(placed, anchors))
                .filter(place -> !place.name().isEmpty())
                .distinct()
                .toList();
        return new SightPart(
                Plain.lines(Plain.shorten(sight.message(), LONGEST)),
                places.subList(0, Math.min(PLACES, places.size())),
                Math.max(0, places.size() - PLACES));
    }

    private static PlacePart of(Placed placed, Map<String, String> anchors) {
        MigrationResult migration = placed.migration();
        return new PlacePart(
                Plain.line(placed.place()),
                migration == null
                        ? ""
                        : anchors.getOrDefault(
                                migration.facts().migration().script().name(), ""));
    }
}
