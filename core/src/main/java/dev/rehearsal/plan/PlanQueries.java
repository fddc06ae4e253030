package dev.rehearsal.plan;

import dev.rehearsal.plan.PlanContent.Query;
import java.util.List;

/** The questions that a plan asks of a database, in the words of its engine. Stateless. */
public interface PlanQueries {
    /**
     * {@return questions before the migration, each answered by yes or no}
     *
     * @param upcoming what is about to be migrated
     */
    List<Query> preflight(Upcoming upcoming);

    /**
     * {@return the question whether something is as the rehearsal left it}
     *
     * @param expectation what
     */
    Query verification(Expectation expectation);

    /**
     * {@return what to look at during the first hour}
     *
     * @param tables the tables that were touched
     */
    List<Query> firstHour(List<String> tables);

    /**
     * {@return what to look at during the first day}
     *
     * @param tables the tables that were touched
     */
    List<Query> firstDay(List<String> tables);

    /**
     * What is about to be migrated.
     *
     * @param major the server's release line in the rehearsal
     * @param history the runner's table; empty if it does not exist yet
     * @param versions the versions of the plan
     * @param tables the touched tables that exist before, with the rows that they had in the rehearsal
     */
    record Upcoming(int major, String history, List<String> versions, List<RowCount> tables) {}

    /**
     * The rows of a table in the rehearsal.
     *
     * @param table which
     * @param rows how many
     */
    record RowCount(String table, long rows) {}
}
