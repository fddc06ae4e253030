package dev.rehearsal.report.format;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One problem: all findings of one rule that one remedy ends, wherever they were made. Notes are none: nobody has to act
 * on them, so reports for people count them.
 *
 * @param severity how much it matters
 * @param rule the rule's id
 * @param remedy what to do
 * @param sights what was seen, each with all its places
 */
public record Cause(Severity severity, String rule, String remedy, List<Sight> sights) {
    public Cause {
        sights = List.copyOf(sights);
    }

    /**
     * What was seen, once for all places at which the same was seen.
     *
     * @param message what
     * @param places where, in the order of the migrations
     */
    public record Sight(String message, List<Placed> places) {
        public Sight {
            places = List.copyOf(places);
        }

        /**
         * {@return where it was seen, in words: {@code V3__a.sql:2, V4__b.sql:1 and 37 more}; empty if at no place}
         *
         * @param most how many places are named
         */
        public String where(int most) {
            List<String> all = places.stream()
                    .map(Placed::place)
                    .filter(place -> !place.isEmpty())
                    .distinct()
                    .toList();
            String first = String.join(", ", all.subList(0, Math.min(most, all.size())));
            return all.size() <= most ? first : first + " and " + Sizes.count(all.size() - most) + " more";
        }
    }

    /**
     * {@return the problems of the whole rehearsal, errors first, then those of the history, then by the worst migration}
     *
     * @param report any report
     */
    public static List<Cause> of(RehearsalReport report) {
        return of(Stream.concat(
                report.findings().stream().map(finding -> new Placed(finding, null)),
                WorstFirst.migrations(report).stream().flatMap(Cause::placed)));
    }

    /**
     * {@return the problems of one migration, errors first}
     *
     * @param migration any migration
     */
    public static List<Cause> of(MigrationResult migration) {
        return of(placed(migration));
    }

    private static Stream<Placed> placed(MigrationResult migration) {
        return migration.findings().stream().map(finding -> new Placed(finding, migration));
    }

    private static List<Cause> of(Stream<Placed> findings) {
        Map<List<Object>, List<Placed>> byCause = findings.filter(placed -> listed(placed.finding()))
                .collect(Collectors.groupingBy(Cause::key, LinkedHashMap::new, Collectors.toList()));
        return byCause.values().stream()
                .map(Cause::one)
                .sorted(Comparator.comparing(Cause::severity).reversed())
                .toList();
    }

    /**
     * {@return whether a finding is listed, not only counted}
     *
     * @param finding any finding
     */
    public static boolean listed(Finding finding) {
        return finding.severity() != Severity.NOTE;
    }

    /** Without a remedy, only what says the same is the same. */
    private static List<Object> key(Placed placed) {
        Finding finding = placed.finding();
        String same = finding.remedy().isBlank() ? finding.message() : finding.remedy();
        return List.of(finding.severity(), finding.rule(), placed.anywhere(same));
    }

    private static Cause one(List<Placed> all) {
        Map<String, List<Placed>> said = all.stream()
                .collect(Collectors.groupingBy(
                        placed -> placed.anywhere(placed.finding().message()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Sight> sights = said.entrySet().stream()
                .map(same -> new Sight(said(same.getKey(), same.getValue(), Finding::message), same.getValue()))
                .toList();
        Finding first = all.get(0).finding();
        String remedy = said(all.get(0).anywhere(first.remedy()), all, Finding::remedy);
        return new Cause(first.severity(), first.rule(), remedy, sights);
    }

    /** Where all say it in the same words, those; else the words that are true of each. */
    private static String said(String ofAny, List<Placed> all, Function<Finding, String> words) {
        List<String> own =
                all.stream().map(Placed::finding).map(words).distinct().toList();
        return own.size() == 1 ? own.get(0) : ofAny;
    }
}
