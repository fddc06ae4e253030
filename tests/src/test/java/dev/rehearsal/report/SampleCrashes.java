package dev.rehearsal.report;

import dev.rehearsal.data.Loss;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.result.CrashPoint.When;
import dev.rehearsal.result.CrashRun;
import dev.rehearsal.schema.SchemaDifference.Change;
import java.util.List;

/** Crashes, one of each kind. */
final class SampleCrashes {
    private SampleCrashes() {}

    static CrashCheck crashed(String script) {
        var index = List.of(
                SampleMigrations.difference("index", "public.users_email", Change.EXTRA, null, "INVALID", false));
        RunFailure exists =
                new RunFailure("relation \"users_email\" already exists", "42P07", null, script, 3, "CREATE INDEX");
        return new CrashCheck(
                null,
                List.of(
                        new CrashRun(
                                new CrashPoint(When.BEFORE, script, 1, 1),
                                RunState.PENDING,
                                List.of(),
                                List.of(),
                                false,
                                null,
                                List.of(),
                                List.of()),
                        new CrashRun(
                                new CrashPoint(When.DURING, script, 2, 3),
                                RunState.PENDING,
                                index,
                                List.of(),
                                false,
                                exists,
                                null,
                                null),
                        new CrashRun(
                                new CrashPoint(When.AFTER, script, 2, 3),
                                RunState.FAILED,
                                List.of(),
                                List.of(new Loss(
                                        "public.users", "visits", Loss.Kind.VALUES_CHANGED, 7, List.of("id=1"))),
                                true,
                                null,
                                index,
                                List.of(new Loss("public.users", null, Loss.Kind.ROWS_LOST, 1, List.of())))),
                List.of("after " + script + ":4: more than 3 (rehearsal.crash.points)"));
    }
}
