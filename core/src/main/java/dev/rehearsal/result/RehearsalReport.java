package dev.rehearsal.result;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole rehearsal.
 *
 * @param verdict the answer
 * @param seed everything random came from it
 * @param started when it began
 * @param durationMs how long it took, in milliseconds
 * @param database what it ran on
 * @param budgets what it was held against
 * @param tables each table as it was filled at the newest version that holds it
 * @param findings those that belong to no single migration, worst first
 * @param migrations oldest first
 * @param tests how many of them have a test of their own; null if there is none and none is required
 * @param end what the history as a whole led to; null if nothing was rehearsed
 * @param selection why just these migrations; null if that is not known
 */
public record RehearsalReport(
        Verdict verdict,
        long seed,
        Instant started,
        double durationMs,
        DatabaseFacts database,
        AppliedBudgets budgets,
        List<TableFacts> tables,
        List<Finding> findings,
        List<MigrationResult> migrations,
        @Nullable TestCoverage tests,
        @Nullable HistoryEnd end,
        @Nullable Selected selection) {
    public RehearsalReport {
        tables = List.copyOf(tables);
        findings = List.copyOf(findings);
        migrations = List.copyOf(migrations);
    }

    /**
     * {@return this report, as one of a state of the project}
     *
     * @param origin which; null if that is not known
     */
    public RehearsalReport of(@Nullable Origin origin) {
        RehearsedBy by = database.rehearsedBy();
        return with(
                verdict, database.with(new RehearsedBy(by.engine(), by.runner(), origin), database.others()), findings);
    }

    /**
     * {@return this report, as the one that tells of further servers too}
     *
     * @param servers what went otherwise on them
     * @param all the findings that belong to no single migration, those of the other servers among them
     * @param answer the verdict over all servers
     */
    public RehearsalReport beside(List<OtherServer> servers, List<Finding> all, Verdict answer) {
        return with(answer, database.with(database.rehearsedBy(), servers), all);
    }

    private RehearsalReport with(Verdict answer, DatabaseFacts facts, List<Finding> all) {
        return new RehearsalReport(
                answer, seed, started, durationMs, facts, budgets, tables, all, migrations, tests, end, selection);
    }

    /** {@return the schema at the end; null if the end was not reached} */
    public @Nullable RehearsedSchema schema() {
        return end == null ? null : end.schema();
    }

    /** {@return what became of what scripts assume of production's rows} */
    public List<Assumed> assumed() {
        return end == null ? List.of() : end.assumed();
    }

    /** {@return how the versions fared in one run; null if there were not several} */
    public @Nullable Deployment deployment() {
        return end == null ? null : end.deployment();
    }

    /** {@return where it ended before its end; null if it did not} */
    public HistoryEnd.@Nullable Stopped stopped() {
        return end == null ? null : end.stopped();
    }

    /** {@return the versions that were to be rehearsed and were not, because it ended before} */
    public List<String> notRun() {
        HistoryEnd.Stopped stopped = stopped();
        return stopped == null ? List.of() : stopped.notRun();
    }
}
