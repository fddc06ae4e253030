package dev.rehearsal.plan;

import dev.rehearsal.plan.PlanContent.Queries;
import dev.rehearsal.plan.PlanContent.Query;
import dev.rehearsal.plan.PlanContent.RowCheck;
import dev.rehearsal.plan.PlanContent.Sql;
import dev.rehearsal.plan.PlanQueries.RowCount;
import dev.rehearsal.plan.PlanQueries.Upcoming;
import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedMigration.RecordedCheck;
import dev.rehearsal.recorded.RecordedPhase.RecordedEffect;
import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.recorded.RecordedReport.RecordedTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked of the database, and which answers the rehearsal makes us expect. */
final class PlanQuestions {
    private final RecordedReport report;
    private final PlanQueries queries;
    private final String historyTable;

    PlanQuestions(RecordedReport report, PlanQueries queries, String historyTable) {
        this.report = report;
        this.queries = queries;
        this.historyTable = historyTable;
    }

    Queries all() {
        List<String> tables = touched();
        return new Queries(
                Stream.concat(queries.preflight(upcoming(tables)).stream(), assumed())
                        .toList(),
                left().stream().map(queries::verification).toList(),
                rows(),
                undone().stream().map(this::asBefore).toList(),
                queries.firstHour(tables),
                queries.firstDay(tables));
    }

    /** What the rehearsed rows rest on must be so in production. */
    private Stream<Query> assumed() {
        return report.assumptions().stream()
                .filter(assumed -> assumed.question() != null)
                .map(assumed -> new Query(
                        assumed.script() + ":" + assumed.line() + " assumes " + assumed.assumption() + " — "
                                + assumed.reason(),
                        new Sql(String.valueOf(assumed.question())),
                        "yes",
                        "If not: production's rows are not as they were rehearsed."));
    }

    /** {@return what the ups leave in the end} */
    List<Expectation> left() {
        ExpectedState state = new ExpectedState();
        report.migrations().forEach(m -> state.add(m.version(), effects(m)));
        return state.all();
    }

    /** Only where every undo was seen to lead back, what was there before is known to be there again. */
    private List<Expectation> undone() {
        boolean proven = report.migrations().stream().allMatch(m -> identical(m.schemaAfterDown()));
        ExpectedState state = new ExpectedState();
        if (proven) {
            List<RecordedMigration> newestFirst = new ArrayList<>(report.migrations());
            Collections.reverse(newestFirst);
            newestFirst.forEach(m -> state.add(m.version(), InverseEffects.of(effects(m))));
        }
        return state.all();
    }

    private Query asBefore(Expectation expectation) {
        Query query = queries.verification(expectation);
        return new Query(query.title(), query.sql(), query.expected(), "as before version " + expectation.version());
    }

    private static boolean identical(@Nullable RecordedCheck check) {
        return check != null && check.identical();
    }

    private static List<RecordedEffect> effects(RecordedMigration migration) {
        List<RecordedEffect> effects = migration.effects();
        return effects == null ? List.of() : effects;
    }

    private List<String> touched() {
        List<String> gone = left().stream()
                .filter(e -> e.kind() == Expectation.Kind.NO_RELATION)
                .map(Expectation::relation)
                .toList();
        return report.migrations().stream()
                .flatMap(m -> PlannedChanges.tables(m).stream())
                .distinct()
                .filter(table -> !gone.contains(table))
                .sorted()
                .toList();
    }

    private Upcoming upcoming(List<String> touched) {
        RecordedMigration first = report.migrations().get(0);
        List<RowCount> tables = first.tables().stream()
                .filter(table -> touched.contains(table.table()))
                .map(table -> new RowCount(table.table(), table.rows()))
                .toList();
        return new Upcoming(
                report.database().major(),
                historyTable,
                report.migrations().stream().map(RecordedMigration::version).toList(),
                tables);
    }

    /** Between two migrations the rehearsal fills new tables; the difference that each up alone made is what counts. */
    private List<RowCheck> rows() {
        Map<String, Long> before = new LinkedHashMap<>();
        Map<String, Long> after = new LinkedHashMap<>();
        for (RecordedMigration migration : report.migrations()) {
            List<RecordedTable> counted = migration.tablesAfterUp();
            if (counted == null) {
                return List.of();
            }
            Map<String, Long> stage = new LinkedHashMap<>();
            migration.tables().forEach(t -> stage.put(t.table(), t.rows()));
            for (RecordedTable table : counted) {
                long was = stage.getOrDefault(table.table(), 0L);
                before.putIfAbsent(table.table(), was);
                after.merge(
                        table.table(), after.containsKey(table.table()) ? table.rows() - was : table.rows(), Long::sum);
            }
        }
        List<String> touched = touched();
        return after.entrySet().stream()
                .filter(e -> touched.contains(e.getKey()))
                .map(e -> row(e.getKey(), before.getOrDefault(e.getKey(), 0L), e.getValue()))
                .toList();
    }

    private RowCheck row(String table, long before, long after) {
        Sql sql = queries.verification(new Expectation(Expectation.Kind.ROWS, table, "", "" + after, ""))
                .sql();
        return new RowCheck(table, sql, before, after, String.format("%+d", after - before));
    }
}
