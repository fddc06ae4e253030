package dev.rehearsal.postgres.plan;

import dev.rehearsal.plan.Expectation;
import dev.rehearsal.plan.PlanContent.Query;
import dev.rehearsal.plan.PlanQueries;
import java.util.List;

/** The questions of a plan to PostgreSQL 14 to 18. Only read; none takes a lock above ACCESS SHARE. */
public final class PostgresPlanQueries implements PlanQueries {
    @Override
    public List<Query> preflight(Upcoming upcoming) {
        return Preflight.of(upcoming);
    }

    @Override
    public Query verification(Expectation expectation) {
        return Verifications.of(expectation);
    }

    @Override
    public List<Query> firstHour(List<String> tables) {
        return Monitoring.hour(tables);
    }

    @Override
    public List<Query> firstDay(List<String> tables) {
        return Monitoring.day(tables);
    }
}
