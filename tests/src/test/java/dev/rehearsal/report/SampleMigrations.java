package dev.rehearsal.report;

import dev.rehearsal.data.Loss;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.HeldLock.Seen;
import dev.rehearsal.lock.LockMode;
import dev.rehearsal.lock.Operation;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.Script;
import dev.rehearsal.postgres.lock.TableLockMode;
import dev.rehearsal.result.DataCheck;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.LockQueueCheck;
import dev.rehearsal.result.LockQueueRun;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationFacts.Measured;
import dev.rehearsal.result.MigrationFacts.RoundtripChecks;
import dev.rehearsal.result.MigrationFacts.ScenarioChecks;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseCost;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Risk;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.TableCost;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.UseCheck;
import dev.rehearsal.result.UseLoss;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.result.Written;
import dev.rehearsal.schema.SchemaDifference;
import dev.rehearsal.schema.SchemaDifference.Change;
import dev.rehearsal.schema.SchemaObject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Migrations as a rehearsal of a web shop would have found them. */
final class SampleMigrations {
    private static final TableFacts USERS = new TableFacts("public.users", 2_500_000, 481_296_384);
    private static final String UP = """
            -- The naive way: everything under one ACCESS EXCLUSIVE lock.
            ALTER TABLE users ADD COLUMN email_verified boolean;
            UPDATE users SET email_verified = (confirmed_at IS NOT NULL);
            ALTER TABLE users ALTER COLUMN email_verified SET NOT NULL;
            CREATE INDEX users_email_verified ON users (id) WHERE NOT email_verified;
            """;

    private SampleMigrations() {}

    static MigrationResult passed(String version, String description) {
        Migration migration = migration(
                version,
                description,
                "ALTER TABLE users ADD COLUMN role text;\n",
                "ALTER TABLE users DROP COLUMN role;\n");
        String script = migration.script().name();
        PhaseFacts up = new PhaseFacts(
                12.3456,
                List.of(new StatementFacts(
                        script, 1, migration.script().text().strip(), 1.1, 9.8, 4096L, List.of(), false)),
                List.of(lock("public.users", TableLockMode.ACCESS_EXCLUSIVE.mode(), 1.2, 10.4, 1)),
                List.of(
                        stall("public.users", Operation.SELECT, 8.25, 1),
                        stall("public.users", Operation.UPDATE, 9.5, 1)),
                false,
                List.of());
        return new MigrationResult(
                new MigrationFacts(
                        migration,
                        new Measured(
                                List.of(
                                        new PhaseResult(Phase.UP, up, null),
                                        new PhaseResult(Phase.DOWN, up, null),
                                        new PhaseResult(Phase.UP_AGAIN, up, null)),
                                new RoundtripChecks(
                                        new SchemaCheck(List.of()),
                                        new DataCheck(List.of(), List.of("public.audit")),
                                        new SchemaCheck(List.of())),
                                ScenarioChecks.NONE,
                                List.of(USERS),
                                null),
                        null,
                        List.of(),
                        null,
                        null,
                        null),
                Verdict.PASSED,
                Risk.LOW,
                List.of());
    }

    static MigrationResult first() {
        Migration migration = migration("1", "users", "CREATE TABLE users (id bigint);\n", "DROP TABLE users;\n");
        PhaseFacts phase = new PhaseFacts(3.5, List.of(), List.of(), List.of(), false, List.of());
        List<PhaseResult> phases = Stream.of(Phase.UP, Phase.DOWN, Phase.UP_AGAIN)
                .map(each -> new PhaseResult(each, phase, null))
                .toList();
        return new MigrationResult(
                new MigrationFacts(
                        migration,
                        new Measured(
                                phases,
                                new RoundtripChecks(
                                        new SchemaCheck(List.of()),
                                        new DataCheck(List.of(), List.of()),
                                        new SchemaCheck(List.of())),
                                ScenarioChecks.NONE,
                                List.of(),
                                null),
                        null,
                        List.of(),
                        null,
                        null,
                        null),
                Verdict.PASSED,
                Risk.LOW,
                List.of());
    }

    static MigrationResult failed() {
        return failed("3");
    }

    /** Slow, blocking and lossy: every kind of difference and loss. */
    static MigrationResult failed(String version) {
        Migration migration = migration(
                version,
                "email verified",
                UP,
                "DROP INDEX users_email_verified;\nALTER TABLE users DROP COLUMN email_verified, DROP COLUMN confirmed_at;\n");
        String script = migration.script().name();
        return new MigrationResult(
                new MigrationFacts(
                        migration,
                        new Measured(
                                List.of(
                                        new PhaseResult(Phase.UP, up(script), null),
                                        new PhaseResult(Phase.DOWN, down("U" + script.substring(1)), null),
                                        new PhaseResult(Phase.UP_AGAIN, upAgain(script), null)),
                                new RoundtripChecks(
                                        new SchemaCheck(differences()),
                                        new DataCheck(losses(), List.of("public.audit")),
                                        new SchemaCheck(List.of())),
                                new ScenarioChecks(
                                        used(),
                                        queued(),
                                        SampleApplication.broken(),
                                        SampleCrashes.crashed(script),
                                        null,
                                        SampleBackfills.disturbed(script)),
                                List.of(USERS, new TableFacts("public.audit", 10_000, 909_312)),
                                List.of(USERS, new TableFacts("public.audit", 10_000, 909_312))),
                        null,
                        List.of("what was written after the up: no rows could be written to public.audit"),
                        null,
                        null,
                        null),
                Verdict.FAILED,
                Risk.HIGH,
                findings(script));
    }

    private static PhaseFacts up(String script) {
        List<String> lines = UP.lines().toList();
        return new PhaseFacts(
                        19_412.7,
                        List.of(
                                new StatementFacts(script, 2, lines.get(1), 3.2, 4.1, 8_192L, List.of(), false),
                                new StatementFacts(
                                        script, 3, lines.get(2), 7.9, 14_820.4, 912_000_000L, List.of(), false),
                                new StatementFacts(script, 4, lines.get(3), 14_829.3, 602.9, 2_048L, List.of(), false),
                                new StatementFacts(
                                        script,
                                        5,
                                        lines.get(4),
                                        15_433.1,
                                        3_961.2,
                                        27_000_000L,
                                        List.of("public.users"),
                                        false)),
                        List.of(
                                new HeldLock(
                                        "public.users",
                                        null,
                                        TableLockMode.ACCESS_EXCLUSIVE.mode(),
                                        3.4,
                                        19_401.2,
                                        12.5,
                                        0.4,
                                        2,
                                        false,
                                        Seen.AT_BOUNDARY),
                                lock("public.users", TableLockMode.ROW_EXCLUSIVE.mode(), 8.0, 19_396.5, 3),
                                new HeldLock(
                                        "public.users",
                                        "public.users_email_key",
                                        TableLockMode.SHARE.mode(),
                                        15_433.5,
                                        3_970.0,
                                        0,
                                        5.0,
                                        5,
                                        false,
                                        Seen.BY_POLLING),
                                new HeldLock(
                                        "public.users_email_verified",
                                        null,
                                        TableLockMode.ACCESS_EXCLUSIVE.mode(),
                                        15_434.0,
                                        3_969.0,
                                        0,
                                        0.4,
                                        5,
                                        true,
                                        Seen.AT_BOUNDARY),
                                new HeldLock(
                                        "public.orders",
                                        null,
                                        TableLockMode.SHARE_ROW_EXCLUSIVE.mode(),
                                        15_500.0,
                                        890.0,
                                        0,
                                        3_961.2,
                                        null,
                                        false,
                                        Seen.IN_LOG)),
                        List.of(
                                stall("public.users", Operation.SELECT, 19_390.1, 2),
                                stall("public.users", Operation.INSERT, 19_388.7, 2),
                                stall("public.users", Operation.UPDATE, 19_389.0, 2),
                                new Stall("public.orders", Operation.UPDATE, 884.0, 902.0, 2, 410, 1, 5),
                                new Stall("public.orders", Operation.SELECT, 0.9, 0, 0, 412, 0, null)),
                        false,
                        List.of())
                .costing(new PhaseCost(
                        1_400_000_000L,
                        939_010_240L,
                        52_428_800L,
                        List.of(
                                new TableCost(
                                        "public.users",
                                        7_500_000,
                                        0,
                                        2_500_000,
                                        0,
                                        2_500_000,
                                        58_000,
                                        4_100_000,
                                        481_296_384L,
                                        1_020_000_000L),
                                new TableCost("public.fresh", 0, 10, 0, 0, 0, 0, 12, null, 8_192L))));
    }

    private static PhaseFacts down(String script) {
        return new PhaseFacts(
                48.2,
                List.of(
                        new StatementFacts(
                                script, 1, "DROP INDEX users_email_verified", 1.0, 6.2, 1_024L, List.of(), false),
                        new StatementFacts(
                                script,
                                2,
                                "ALTER TABLE users DROP COLUMN email_verified, DROP COLUMN confirmed_at",
                                7.5,
                                38.1,
                                null,
                                null,
                                false)),
                List.of(lock("public.users", TableLockMode.ACCESS_EXCLUSIVE.mode(), 1.1, 46.9, 1)),
                List.of(stall("public.users", Operation.SELECT, 44.0, 1)),
                false,
                List.of());
    }

    private static PhaseFacts upAgain(String script) {
        return new PhaseFacts(
                20_008.3,
                List.of(new StatementFacts(
                        script, 2, "ALTER TABLE users ADD COLUMN email_verified boolean", 3.0, 4.4, null, null, false)),
                null,
                null,
                false,
                List.of("locks: the second up is looked into statement by statement"));
    }

    private static List<SchemaDifference> differences() {
        return List.of(
                difference(
                        "column",
                        "public.users.confirmed_at",
                        Change.MISSING,
                        "confirmed_at timestamp with time zone",
                        null,
                        false),
                difference(
                        "index",
                        "public.users_email_key",
                        Change.ALTERED,
                        "CREATE UNIQUE INDEX users_email_key ON public.users USING btree (lower(email))",
                        "CREATE UNIQUE INDEX users_email_key ON public.users USING btree (email)",
                        false),
                difference(
                        "function",
                        "public.touch()",
                        Change.EXTRA,
                        null,
                        "CREATE OR REPLACE FUNCTION public.touch()\n RETURNS trigger\n LANGUAGE plpgsql\nAS $function$\nBEGIN\n  NEW.updated_at = now();\n  RETURN NEW;\nEND $function$",
                        false),
                difference("column", "public.users.role", Change.ALTERED, "position 5", "position 6", true));
    }

    private static List<Loss> losses() {
        return List.of(
                new Loss("public.users", "confirmed_at", Loss.Kind.RELATION_GONE, 1_874_211, List.of()),
                new Loss("public.users", "email", Loss.Kind.VALUES_CHANGED, 12, List.of("id=7", "id=9", "id=4711")),
                new Loss("public.orders", null, Loss.Kind.ROWS_LOST, 1, List.of("id=88")),
                new Loss("public.audit", null, Loss.Kind.ROWS_LEFT_OVER, 3, List.of()),
                new Loss("public.users_id_seq", null, Loss.Kind.SEQUENCE_BACKWARDS, 0, List.of()));
    }

    private static List<Finding> findings(String script) {
        return List.of(
                new Finding(
                        "lock-too-long",
                        Severity.ERROR,
                        "ACCESS EXCLUSIVE on public.users (2,500,000 rows) was held for 19.4 s; the budget is 500 ms. No SELECT could run meanwhile.",
                        "Add the column, backfill in batches that commit, then:\nALTER TABLE users ADD CONSTRAINT email_verified_set CHECK (email_verified IS NOT NULL) NOT VALID;\nALTER TABLE users VALIDATE CONSTRAINT email_verified_set;\nALTER TABLE users ALTER COLUMN email_verified SET NOT NULL;",
                        script,
                        2),
                new Finding(
                        "data-not-restored",
                        Severity.ERROR,
                        "After the down, public.users.confirmed_at is gone with 1,874,211 values.",
                        "Drop only what the up added.",
                        "U" + script.substring(1),
                        2),
                new Finding(
                        "schema-not-restored",
                        Severity.ERROR,
                        "After the down, column public.users.confirmed_at is missing.",
                        "Drop only what the up added.",
                        "U" + script.substring(1),
                        2),
                new Finding(
                        "backfill-in-ddl-transaction",
                        Severity.WARNING,
                        "An UPDATE of 2,500,000 rows ran for 14.8 s in the transaction that holds ACCESS EXCLUSIVE on public.users.",
                        "Move the UPDATE into a migration of its own, in batches.",
                        script,
                        3),
                new Finding(
                        "index-not-concurrent",
                        Severity.NOTE,
                        "The index users_email_verified blocked writes to public.users for 4.0 s.",
                        "CREATE INDEX CONCURRENTLY in a migration of its own.",
                        script,
                        5));
    }

    /** The up failed. */
    static MigrationResult broken() {
        Migration migration = migration("4", "unique email", "ALTER TABLE users ADD UNIQUE (email);\n", null);
        String script = migration.script().name();
        RunFailure failure = new RunFailure(
                "could not create unique index \"users_email_key\"",
                "23505",
                "Key (email)=(…) is duplicated.",
                script,
                1,
                "ALTER TABLE users ADD UNIQUE (email)");
        PhaseFacts up = new PhaseFacts(
                311.0,
                List.of(new StatementFacts(
                        script, 1, "ALTER TABLE users ADD UNIQUE (email)", 2.0, 308.0, 0L, List.of(), true)),
                List.of(lock("public.users", TableLockMode.ACCESS_EXCLUSIVE.mode(), 2.1, 307.0, 1)),
                List.of(),
                false,
                List.of());
        return new MigrationResult(
                new MigrationFacts(
                        migration,
                        new Measured(
                                List.of(new PhaseResult(Phase.UP, up, failure)),
                                RoundtripChecks.NONE,
                                ScenarioChecks.NONE,
                                List.of(USERS),
                                null),
                        "CREATE INDEX CONCURRENTLY waits for the runner's own lock",
                        List.of(),
                        null,
                        null,
                        null),
                Verdict.FAILED,
                Risk.MEDIUM,
                List.of(
                        new Finding(
                                "up-failed",
                                Severity.ERROR,
                                "could not create unique index \"users_email_key\" (SQLSTATE 23505): 12 values of email occur more than once.",
                                "Clean up the duplicates in a migration before this one.",
                                script,
                                1),
                        new Finding(
                                "undo-missing",
                                Severity.ERROR,
                                "There is no U4 script.",
                                "Write U4__unique_email.sql, or declare: -- rehearsal: irreversible — <reason>",
                                script,
                                0)));
    }

    /** What could be measured was good, but not everything could. */
    static MigrationResult incomplete() {
        Migration migration = migration("5", "move orders", "SELECT move_orders();\n", "SELECT move_orders_back();\n");
        PhaseFacts up = new PhaseFacts(
                60_000,
                List.of(new StatementFacts(
                        migration.script().name(), 0, "SELECT move_orders()", 0.5, 59_999, null, null, true)),
                null,
                null,
                true,
                List.of("stalls: the canaries could not connect"));
        return new MigrationResult(
                new MigrationFacts(
                        migration,
                        new Measured(
                                List.of(new PhaseResult(
                                        Phase.UP,
                                        up,
                                        new RunFailure(
                                                "canceling statement due to statement timeout",
                                                null,
                                                null,
                                                null,
                                                0,
                                                null))),
                                RoundtripChecks.NONE,
                                ScenarioChecks.NONE,
                                List.of(),
                                null),
                        null,
                        List.of("public.orders could not be filled"),
                        null,
                        null,
                        null),
                Verdict.INCOMPLETE,
                Risk.MEDIUM,
                List.of(new Finding(
                        "not-measured",
                        Severity.ERROR,
                        "public.orders could not be filled: no value satisfies CHECK (total > 0 AND total < 0).",
                        "Write seed.sql with rows for public.orders.",
                        null,
                        0)));
    }

    static Migration migration(String version, String description, String up, @Nullable String undo) {
        String name = "V" + version + "__" + description.replace(' ', '_') + ".sql";
        return new Migration(
                version,
                description,
                Migration.Kind.SQL,
                new Script(name, null, up),
                undo == null ? null : new Script("U" + name.substring(1), null, undo),
                true);
    }

    static HeldLock lock(String relation, LockMode mode, double acquiredMs, double heldMs, int line) {
        return new HeldLock(relation, null, mode, acquiredMs, heldMs, 0, 0.4, line, false, Seen.AT_BOUNDARY);
    }

    static Stall stall(String relation, Operation operation, double worstMs, int line) {
        return new Stall(relation, operation, worstMs, worstMs, 1, 120, 0, line);
    }

    static SchemaDifference difference(
            String type,
            String name,
            Change change,
            @Nullable String before,
            @Nullable String after,
            boolean cosmetic) {
        return new SchemaDifference(new SchemaObject(type, name), change, before, after, cosmetic);
    }

    private static UseCheck used() {
        return new UseCheck(
                null,
                List.of(
                        new Written("public.users", null, Written.Kind.ROW, 3),
                        new Written("public.users", "email", Written.Kind.WIDER_VALUE, 3)),
                List.of("public.audit: no rows, for it holds none to copy"),
                List.of(
                        new UseLoss("public.users", "email", Written.Kind.WIDER_VALUE, 3, false),
                        new UseLoss("public.users", "role", Written.Kind.NEW_COLUMN, 10_000, true)));
    }

    private static LockQueueCheck queued() {
        RunFailure gaveUp =
                new RunFailure("canceling statement due to lock timeout", "55P03", null, "V2__add_role.sql", 1, null);
        List<String> users = List.of("public.users");
        return new LockQueueCheck(
                null,
                List.of(
                        new LockQueueRun(
                                Phase.UP, users, 2000, 199.5, 196.0, LockQueueRun.Outcome.GAVE_UP, true, true, gaveUp),
                        new LockQueueRun(
                                Phase.DOWN,
                                users,
                                2000,
                                1934.9,
                                null,
                                LockQueueRun.Outcome.WENT_THROUGH,
                                null,
                                null,
                                null)));
    }
}
