package dev.rehearsal.plan;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that the plan and the rollback plan say; what a template may name. Texts are plain: whoever writes them into
 * a document makes them inert.
 *
 * @param summary the head of both documents
 * @param steps each migration, in the order in which they are applied
 * @param queries what is asked of the database before, after and later
 * @param timeline what happens when
 * @param risks each finding
 * @param criteria what must hold, and whether it was proven
 * @param messages what to announce
 */
public record PlanContent(
        Summary summary,
        List<Step> steps,
        Queries queries,
        List<TimeRow> timeline,
        List<RiskRow> risks,
        List<Criterion> criteria,
        Messages messages) {

    /** {@return the migrations in the order in which they are undone} */
    public List<Step> newestFirst() {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> steps.get(steps.size() - 1 - i))
                .toList();
    }

    /** A name, shown as code. */
    public record Code(String text) {}

    /** A statement, shown as a block of code. */
    public record Sql(String text) {}

    /**
     * The head.
     *
     * @param title {@code version 5 to 13}
     * @param started when the rehearsal began
     * @param database on what
     * @param verdict the rehearsal's
     * @param warning why this must not be carried out as it is; empty if nothing speaks against it
     * @param risk the highest of all migrations
     * @param count how many migrations
     * @param times how long it takes
     * @param newTables what is new in the end
     * @param goneTables what is gone in the end
     * @param trust how far the figures can be trusted
     * @param byHand what no query can answer
     */
    public record Summary(
            String title,
            String started,
            String database,
            String verdict,
            String warning,
            String risk,
            String count,
            PlannedTimes times,
            List<Code> newTables,
            List<Code> goneTables,
            List<String> trust,
            List<String> byHand) {
        /** {@return how long all ups took} */
        public String up() {
            return times.up();
        }

        /** {@return how long all downs took} */
        public String down() {
            return times.down();
        }

        /** {@return the longest wait of a reader or writer} */
        public String downtime() {
            return times.downtime();
        }

        /** {@return why there is no way back at all on purpose; empty if there is one, or should be} */
        public String forwardOnly() {
            return times.forwardOnly();
        }
    }

    /**
     * One migration.
     *
     * @param version its version
     * @param description from its name
     * @param script its script
     * @param answer the rehearsal's
     * @param header what its comment says; a missing entry has no text
     * @param missing entries that the comment lacks
     * @param changes what it changes
     * @param impact what it costs
     * @param breaks what in the application breaks
     * @param options safer ways
     * @param modes what was tried, what happened, and what was not tried
     * @param undo the way back
     */
    public record Step(
            String version,
            String description,
            Code script,
            PlannedAnswer answer,
            List<HeaderEntry> header,
            List<String> missing,
            List<Change> changes,
            Impact impact,
            List<String> breaks,
            List<Option> options,
            List<FailureMode> modes,
            Undo undo) {
        /** {@return the rehearsal's verdict} */
        public String verdict() {
            return answer.verdict();
        }

        /** {@return how much it can hurt} */
        public String risk() {
            return answer.risk();
        }

        /** {@return why it can hurt that much} */
        public List<String> riskReasons() {
            return answer.riskReasons();
        }
    }

    /**
     * An entry of a script's header.
     *
     * @param entry its name
     * @param text what it says; empty if it is missing
     */
    public record HeaderEntry(String entry, String text) {}

    /**
     * A change of one table.
     *
     * @param table which
     * @param change what
     * @param kind add, modify, rename, remove, index, constraint or data
     */
    public record Change(Code table, String change, String kind) {}

    /**
     * The migration as written against a safer recipe.
     *
     * @param rule which rule knows one
     * @param written what was measured of the migration as written
     * @param recipe the recipe
     * @param rehearsed what was measured of the recipe
     */
    public record Option(Code rule, String written, Sql recipe, String rehearsed) {}

    /**
     * What can go wrong.
     *
     * @param what the way to fail
     * @param tried whether it was rehearsed
     * @param outcome what happened, or why it was not tried
     */
    public record FailureMode(String what, boolean tried, String outcome) {}

    /**
     * The way back of one migration.
     *
     * @param script the undo; empty if there is no script of it
     * @param unwritten what it is where there is no script of it
     * @param duration how long it took
     * @param lock its longest lock
     * @param stall the worst wait that it caused
     * @param schema whether the schema was as before
     * @param data whether the data was as before
     * @param afterUse what is lost once the new version has written
     * @param safeUntil up to which moment it loses nothing
     * @param gradual which step leads back without the undo
     * @param note what the header says of it
     */
    public record Undo(
            Code script,
            String unwritten,
            String duration,
            String lock,
            String stall,
            String schema,
            String data,
            String afterUse,
            String safeUntil,
            String gradual,
            String note) {}

    /**
     * A question to the database.
     *
     * @param title what it asks
     * @param sql how
     * @param expected the answer that must come; empty if a person judges it
     * @param basis where the expected answer is from, or what to do if another comes
     */
    public record Query(String title, Sql sql, String expected, String basis) {}

    /**
     * The questions, by their moment.
     *
     * @param preflight before; each answers yes or no
     * @param verification after the migration
     * @param rows row counts after the migration
     * @param undone after the undo of all migrations
     * @param hour during the first hour
     * @param day during the first day
     */
    public record Queries(
            List<Query> preflight,
            List<Query> verification,
            List<RowCheck> rows,
            List<Query> undone,
            List<Query> hour,
            List<Query> day) {}

    /**
     * The rows of a table.
     *
     * @param table which
     * @param sql counts them
     * @param before how many in the rehearsal, before
     * @param after how many in the rehearsal, after
     * @param difference what the migration added: the same is expected in production
     */
    public record RowCheck(String table, Sql sql, long before, long after, String difference) {}

    /** A line of the timeline. */
    public record TimeRow(String at, String what, String takes) {}

    /** A risk, from a finding. */
    public record RiskRow(String version, String risk, String likelihood, String impact, String mitigation) {}

    /** A criterion of success. */
    public record Criterion(boolean proven, String text) {}

    /** What to announce. */
    public record Messages(String before, String during, String after, String rolledBack) {}
}
