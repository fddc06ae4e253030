package dev.rehearsal.postgres.plan;

import static dev.rehearsal.postgres.plan.Text.oid;
import static dev.rehearsal.postgres.plan.Text.yes;

import dev.rehearsal.plan.PlanContent.Query;
import dev.rehearsal.plan.PlanQueries.RowCount;
import dev.rehearsal.plan.PlanQueries.Upcoming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Questions before a migration, each answered by yes or no. */
final class Preflight {
    private Preflight() {}

    static List<Query> of(Upcoming upcoming) {
        List<Query> queries = new ArrayList<>();
        queries.add(yes(
                "The server is of the release line that was rehearsed on, " + upcoming.major(),
                "current_setting('server_version_num')::int / 10000 = " + upcoming.major(),
                "If not: rehearse on that release line."));
        queries.add(yes(
                "This is the primary, and it takes writes",
                "NOT pg_is_in_recovery() AND NOT current_setting('default_transaction_read_only')::boolean",
                "If not: connect to the primary."));
        if (!upcoming.history().isEmpty()) {
            queries.add(history(upcoming));
        }
        queries.addAll(sessions());
        queries.addAll(health());
        upcoming.tables().forEach(table -> queries.add(size(table)));
        return List.copyOf(queries);
    }

    private static Query history(Upcoming upcoming) {
        String versions = upcoming.versions().stream().map(Text::literal).collect(Collectors.joining(", "));
        return yes(
                "None of the planned versions is applied yet, and none has failed",
                "NOT EXISTS (SELECT FROM " + upcoming.history() + "\n         WHERE version IN (" + versions
                        + ") OR NOT success)",
                "If not: this plan is not for this database.");
    }

    private static List<Query> sessions() {
        return List.of(
                yes(
                        "No transaction has been open for more than a minute",
                        """
                        NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity
                                 WHERE xact_start < now() - interval '1 minute' AND pid <> pg_backend_pid())""",
                        "If not: wait for it, or end it. Whoever waits for a lock behind it makes all others wait."),
                yes(
                        "No prepared transaction is open",
                        "NOT EXISTS (SELECT FROM pg_catalog.pg_prepared_xacts WHERE database = current_database())",
                        "If not: commit it or roll it back."));
    }

    private static List<Query> health() {
        return List.of(
                yes(
                        "Every replica is less than ten seconds behind",
                        """
                        NOT EXISTS (SELECT FROM pg_catalog.pg_stat_replication
                                 WHERE state <> 'streaming' OR replay_lag > interval '10 seconds')""",
                        "If not: wait until it has caught up. A replica that is not connected is not seen here."),
                yes("Every replication slot is in use", """
                        NOT EXISTS (SELECT FROM pg_catalog.pg_replication_slots WHERE NOT active)""", "If not: its write-ahead log fills the disk."),
                yes("There is no invalid index", """
                        NOT EXISTS (SELECT FROM pg_catalog.pg_index WHERE NOT indisvalid)""", "If not: drop it concurrently, or REINDEX it."),
                yes(
                        "The write-ahead log is archived, and the last attempt succeeded",
                        """
                        current_setting('archive_mode') <> 'off' AND EXISTS (SELECT FROM pg_catalog.pg_stat_archiver
                                 WHERE last_archived_time > coalesce(last_failed_time, '-infinity'))""",
                        "If not, and backups are made in another way: see that the newest is younger than a day."));
    }

    private static Query size(RowCount table) {
        return yes(
                table.table() + " is not larger than in the rehearsal",
                "(SELECT c.reltuples FROM pg_catalog.pg_class c WHERE c.oid = " + oid(table.table()) + ") <= "
                        + Math.max(table.rows(), 1),
                "By the server's estimate. If not: the measured times do not hold; rehearse with more rows.");
    }
}
