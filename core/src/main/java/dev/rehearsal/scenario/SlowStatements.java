package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Application;
import dev.rehearsal.dialect.Application.Bound;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.StatementRun;
import dev.rehearsal.result.StatementRun.Times;
import dev.rehearsal.result.StatementRun.TimesAgain;
import dev.rehearsal.scenario.Scenario.Course;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures statements again that have become too slow, on fresh copies of the stage: of each moment, the least counts. */
final class SlowStatements {
    private static final int AT_MOST = 4;

    private final MigrationRunner runner;
    private final Application application;
    private final Slowness slowness;

    SlowStatements(MigrationRunner runner, Application application, Slowness slowness) {
        this.runner = runner;
        this.application = application;
        this.slowness = slowness;
    }

    /** {@return the checks, with what was measured again} */
    List<StatementCheck> confirmed(List<StatementCheck> checks, List<Bound> bound, Course course) throws SQLException {
        List<StatementCheck> all = new ArrayList<>(checks);
        double stretch = ProcessorShare.stretch();
        for (int time = 0; time < AT_MOST; time++) {
            List<Integer> doubtful = doubtful(all, stretch);
            if (doubtful.isEmpty()) {
                break;
            }
            Map<Moment, List<StatementRun>> again =
                    again(doubtful.stream().map(bound::get).toList(), course);
            stretch = Math.max(stretch, ProcessorShare.stretch());
            for (int i = 0; i < doubtful.size(); i++) {
                int place = doubtful.get(i);
                for (List<StatementRun> runs : again.values()) {
                    all.set(place, with(all.get(place), runs.get(i), stretch));
                }
            }
        }
        return all;
    }

    /** What is far slower on a quiet machine needs no second look. */
    private List<Integer> doubtful(List<StatementCheck> checks, double stretch) {
        List<Integer> doubtful = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            boolean busy = new TimesAgain(List.of(), stretch).busy();
            if (slowness.tooSlow(checks.get(i), 1) && (busy || !slowness.tooSlow(checks.get(i), 3))) {
                doubtful.add(i);
            }
        }
        return doubtful;
    }

    private Map<Moment, List<StatementRun>> again(List<Bound> statements, Course course) throws SQLException {
        Map<Moment, List<StatementRun>> runs = new EnumMap<>(Moment.class);
        try (Stage copy = course.before().copy()) {
            List<StatementRun> before = application.run(copy.address(), Moment.BEFORE_UP, statements);
            if (runner.up(copy.migrating(), course.migration(), RunEvents.NONE) == null) {
                runs.put(Moment.BEFORE_UP, before);
                runs.put(Moment.AFTER_UP, application.run(copy.address(), Moment.AFTER_UP, statements));
                if (course.migration().wayBack().exists()
                        && runner.down(copy.migrating(), course.migration(), RunEvents.NONE) == null) {
                    runs.put(Moment.AFTER_DOWN, application.run(copy.address(), Moment.AFTER_DOWN, statements));
                }
            }
        }
        return runs;
    }

    private static StatementCheck with(StatementCheck check, StatementRun again, double stretch) {
        StatementRun first = check.at(again.moment()).orElse(null);
        if (first == null || again.times() == null) {
            return check;
        }
        List<Times> times = new ArrayList<>(
                first.again() == null ? List.of() : first.again().times());
        times.add(again.times());
        return check.with(first.again(new TimesAgain(times, stretch)));
    }
}
