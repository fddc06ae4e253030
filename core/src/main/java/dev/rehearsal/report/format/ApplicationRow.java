package dev.rehearsal.report.format;

import dev.rehearsal.result.ApplicationCheck;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.StatementRun;
import dev.rehearsal.result.StatementRun.Failure;
import dev.rehearsal.result.StatementRun.Times;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A statement of the application, for a table.
 *
 * @param place its file and line
 * @param sql the statement
 * @param cells how it fared, a cell for each moment
 * @param failures how many moments it failed at, of those that count against the migration
 */
public record ApplicationRow(String place, String sql, List<String> cells, int failures) {
    public ApplicationRow {
        cells = List.copyOf(cells);
    }

    /** {@return the heads of the cells} */
    public static List<String> heads() {
        return Arrays.stream(Moment.values()).map(Moment::words).toList();
    }

    /**
     * {@return the statements that were run with a migration, worst first}
     *
     * @param migration any migration
     */
    public static List<ApplicationRow> of(MigrationResult migration) {
        ApplicationCheck check = migration.facts().application();
        if (check == null || check.skipped() != null) {
            return List.of();
        }
        return check.statements().stream()
                .map(ApplicationRow::row)
                .sorted(Comparator.comparingInt(ApplicationRow::failures).reversed())
                .toList();
    }

    private static ApplicationRow row(StatementCheck check) {
        List<String> cells = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            cells.add(check.at(moment).map(ApplicationRow::cell).orElse("not measured"));
        }
        int failed = (int) check.runs().stream().filter(StatementRun::failed).count();
        return new ApplicationRow(check.place(), check.sql(), cells, check.workedBefore() ? failed : 0);
    }

    private static String cell(StatementRun run) {
        Failure failure = run.failure();
        if (failure != null) {
            String often = run.moment().atRest() ? "" : " (" + run.failures() + " of " + run.runs() + ")";
            return "failed" + often + ": " + failure.sqlState();
        }
        Times times = run.times();
        return times == null
                ? "planned"
                : DurationText.format(times.p50()) + ", p95 " + DurationText.format(times.p95()) + ", worst "
                        + DurationText.format(times.worst());
    }
}
