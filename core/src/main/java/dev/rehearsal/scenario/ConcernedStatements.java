package dev.rehearsal.scenario;

import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.dialect.Application;
import dev.rehearsal.dialect.Application.Bound;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.StatementPlan;
import dev.rehearsal.result.StatementRun;
import dev.rehearsal.scenario.Scenario.Course;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which statements a migration concerns, found out by planning alone: those that use a table which up or down locks, and
 * those that cannot be planned any more, or otherwise, once it is up.
 *
 * @param statements what is worth running
 * @param broken what fails before the up and after it: no fault of the migration, but not measured either
 */
record ConcernedStatements(List<Bound> statements, List<StatementCheck> broken) {
    static ConcernedStatements of(Application application, List<ApplicationStatement> wanted, Course course)
            throws SQLException {
        List<Bound> all = application.bind(course.before().address(), wanted);
        List<StatementRun> before = application.plan(course.before().address(), Moment.BEFORE_UP, all);
        Stage stage = course.after();
        List<StatementRun> after = stage == null ? List.of() : application.plan(stage.address(), Moment.AFTER_UP, all);
        Set<String> touched = course.watchlist().touched().stream()
                .map(QualifiedName::toString)
                .collect(Collectors.toSet());
        List<Bound> concerned = new ArrayList<>();
        List<StatementCheck> broken = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            StatementRun now = before.get(i);
            if (now.failed()) {
                broken.add(broken(application, all.get(i), now, stage));
            } else if (stage == null || uses(now, touched) || differs(now, after.get(i))) {
                concerned.add(all.get(i));
            }
        }
        return new ConcernedStatements(List.copyOf(concerned), List.copyOf(broken));
    }

    /** What begins to work with the up is a statement of a later version. */
    private static StatementCheck broken(Application application, Bound bound, StatementRun now, @Nullable Stage after)
            throws SQLException {
        if (after == null) {
            return StatementRunLog.check(bound, List.of(now));
        }
        List<Bound> anew = application.bind(after.address(), List.of(bound.statement()));
        return StatementRunLog.check(
                bound,
                List.of(
                        now,
                        application.plan(after.address(), Moment.AFTER_UP, anew).get(0)));
    }

    /** {@return what was run, then what was broken} */
    List<StatementCheck> with(List<StatementCheck> run) {
        return Stream.concat(run.stream(), broken.stream()).toList();
    }

    /** What has no plan to show may use anything. */
    private static boolean uses(StatementRun run, Set<String> touched) {
        StatementPlan plan = run.plan();
        return plan == null || plan.relations().stream().anyMatch(touched::contains);
    }

    private static boolean differs(StatementRun now, StatementRun then) {
        StatementPlan before = now.plan();
        StatementPlan after = then.plan();
        if (then.failed() || before == null || after == null) {
            return then.failed();
        }
        return !before.relations().equals(after.relations())
                || !before.scanned().equals(after.scanned());
    }
}
