package dev.rehearsal.report;

import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.result.ApplicationCheck;
import dev.rehearsal.result.Deadlock;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.StatementCheck.Parameter;
import dev.rehearsal.result.StatementPlan;
import dev.rehearsal.result.StatementRun;
import dev.rehearsal.result.StatementRun.Failure;
import dev.rehearsal.result.StatementRun.Times;
import java.util.List;

/** An application of which one statement breaks and another does not. */
final class SampleApplication {
    private static final StatementPlan PLAN = new StatementPlan(
            "Index Scan using users_pkey on public.users (1 rows)", List.of("public.users"), List.of());

    private SampleApplication() {}

    static ApplicationCheck broken() {
        return new ApplicationCheck(
                null,
                List.of(
                        statement(3, "SELECT id FROM users WHERE id = :id", fine(Moment.AFTER_UP)),
                        statement(
                                7,
                                "SELECT phone FROM users WHERE id = :id",
                                new StatementRun(
                                        Moment.AFTER_UP,
                                        1,
                                        1,
                                        new Failure("42703", "column \"phone\" does not exist"),
                                        null,
                                        null))),
                List.of(new Deadlock(
                        Phase.UP,
                        "40P01",
                        new RunStatement("V3__a.sql", 2, "ALTER TABLE users"),
                        "users.sql:3",
                        "SELECT 1")));
    }

    private static StatementCheck statement(int line, String sql, StatementRun after) {
        return new StatementCheck(
                "users.sql",
                line,
                sql,
                List.of(new Parameter("id", "int8", "1")),
                List.of(fine(Moment.BEFORE_UP), fine(Moment.DURING_UP), after));
    }

    private static StatementRun fine(Moment moment) {
        return new StatementRun(moment, 7, 0, null, new Times(0.3, 0.4, 0.9, 1.2), moment.atRest() ? PLAN : null);
    }
}
