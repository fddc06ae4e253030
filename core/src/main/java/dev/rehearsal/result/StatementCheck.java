package dev.rehearsal.result;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a statement of the application fared with a migration.
 *
 * @param file its file, relative to the application's folder
 * @param line the line on which it begins
 * @param sql the statement as it was written
 * @param parameters what its parameters stood for, in the order of the text
 * @param runs a run for each moment, in order; a moment that was not reached is absent
 */
public record StatementCheck(String file, int line, String sql, List<Parameter> parameters, List<StatementRun> runs) {
    public StatementCheck {
        parameters = List.copyOf(parameters);
        runs = List.copyOf(runs);
    }

    /** {@return where it stands, for a reader: {@code orders.sql:12}} */
    public String place() {
        return file + ":" + line;
    }

    /**
     * {@return how it fared at a moment; empty if that was not reached}
     *
     * @param moment which
     */
    public Optional<StatementRun> at(Moment moment) {
        return runs.stream().filter(run -> run.moment() == moment).findFirst();
    }

    /**
     * {@return this check, with a run of the same moment as it is known now}
     *
     * @param run of a moment that was reached
     */
    public StatementCheck with(StatementRun run) {
        List<StatementRun> all = runs.stream()
                .map(old -> old.moment() == run.moment() ? run : old)
                .toList();
        return new StatementCheck(file, line, sql, parameters, all);
    }

    /** {@return whether it succeeded before the up, so that a later failure is the migration's} */
    public boolean workedBefore() {
        return at(Moment.BEFORE_UP).filter(run -> !run.failed()).isPresent();
    }

    /**
     * What a parameter stood for.
     *
     * @param name its name
     * @param type its type, as the server tells it
     * @param value its value as text; null for NULL
     */
    public record Parameter(
            String name, String type, @Nullable String value) {}
}
