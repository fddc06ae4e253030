package dev.rehearsal.plan;

import dev.rehearsal.plan.PlanContent.Criterion;
import dev.rehearsal.plan.PlanContent.Step;
import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedMigration.RecordedCheck;
import dev.rehearsal.recorded.RecordedReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What must hold: what the rehearsal has proven, and what is still to be seen. */
final class Criteria {
    private Criteria() {}

    static List<Criterion> of(RecordedReport report, List<Step> steps) {
        List<Criterion> criteria = new ArrayList<>();
        List<RecordedMigration> all = report.migrations();
        List<RecordedMigration> back =
                all.stream().filter(m -> m.forwardOnly() == null).toList();
        criteria.add(proven("Every up succeeded in the rehearsal", all, m -> passed(m, "up")));
        if (!back.isEmpty()) {
            criteria.addAll(ofWaysBack(back));
        }
        criteria.add(proven(
                "Every migration stayed within its budgets and rules",
                all,
                m -> m.verdict().equals("PASSED")));
        criteria.add(proven(
                "Every script's header is complete", steps, s -> s.missing().isEmpty()));
        for (String open : List.of(
                "The plan and the rollback plan are approved",
                "Every pre-flight query answered yes, and what is checked by hand was checked",
                "The migration ended without an error",
                "Every verification query answered as expected",
                "No one waited for a lock, and no error rose, during the first hour",
                "Dead rows, statistics and slow statements were looked at after the first day")) {
            criteria.add(new Criterion(false, open));
        }
        return List.copyOf(criteria);
    }

    private static List<Criterion> ofWaysBack(List<RecordedMigration> back) {
        return List.of(
                proven("Every undo succeeded in the rehearsal", back, m -> passed(m, "down")),
                proven("Every undo restored the whole schema", back, m -> identical(m.schemaAfterDown())),
                proven("Every undo restored all data", back, m -> identical(m.dataAfterDown())),
                proven("Every up led to the same schema again", back, m -> identical(m.schemaAfterUpAgain())));
    }

    private static <T> Criterion proven(String text, List<T> all, Predicate<T> holds) {
        long good = all.stream().filter(holds).count();
        return new Criterion(good == all.size(), text + " (" + good + " of " + all.size() + ")");
    }

    private static boolean passed(RecordedMigration migration, String phase) {
        return migration.phase(phase).filter(p -> p.failure() == null).isPresent();
    }

    private static boolean identical(@Nullable RecordedCheck check) {
        return check != null && check.identical();
    }
}
