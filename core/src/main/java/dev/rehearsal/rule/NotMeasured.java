package dev.rehearsal.rule;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.result.FailedUps;
import dev.rehearsal.result.FailedUps.Helped;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.TableFacts.NotFilled;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

final class NotMeasured implements Rule {
    static final String ID = "not-measured";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String reason() {
        return "A thing that could not be measured has not passed.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        Stream<String> inPhases = facts.phases().stream()
                .flatMap(phase -> phase.facts().notMeasured().stream()
                        .map(why -> phase.phase().id() + ": " + why));
        Stream<Finding> told = Stream.of(
                        facts.notMeasured().stream(), inPhases, UnwatchedTables.of(facts, budgets).stream())
                .flatMap(reasons -> reasons)
                .map(why -> Wording.of(this, facts.migration(), why, "Remove what stands in the way of measuring it."));
        return Stream.concat(told, fewRows(facts)).toList();
    }

    /** What is measured on a table that holds fewer rows than it should says too little. */
    private Stream<Finding> fewRows(MigrationFacts facts) {
        FailedUps failed = facts.failedUps();
        if (failed != null && failed.helped() != Helped.ROWS_TAKEN) {
            return Stream.empty(); // that all tables are empty is told already
        }
        Set<String> touched = TablesTouched.by(facts);
        return facts.tables().stream()
                .filter(table -> table.notFilled() != null && touched.contains(table.table()))
                .map(table -> fewRows(table, facts.migration()));
    }

    private Finding fewRows(TableFacts table, Migration migration) {
        NotFilled failure = Objects.requireNonNull(table.notFilled());
        String message = String.format(
                Locale.ROOT,
                "%s holds %,d of the %,d rows that were asked for, and this migration touches it: %s.",
                table.table(),
                table.rows(),
                table.askedRows(),
                failure.reason());
        return Wording.of(this, migration, message, failure.remedy());
    }
}
