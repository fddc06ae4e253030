package dev.rehearsal.seeding;

import java.sql.SQLException;

/**
 * Makes the rows of a plan: all in one go, or, where some collide with others, so many that enough are left.
 *
 * @param rows writes them
 */
public record RowMaker(Rows rows) {
    /** What writes rows. */
    public interface Rows {
        /** {@return how many rows were made of all that the plan has} */
        long all(Plan plan) throws SQLException, UnfillableException;

        /** {@return how many rows were made; -1 if they would have been more than these, and were taken back} */
        long some(Plan plan, long from, long to, long most) throws SQLException;

        /** {@return the plan of another task} */
        Plan plan(Task task) throws SQLException, UnfillableException;

        /** {@return whether a row that no CHECK lets in is refused for its key, however often the rest is drawn} */
        boolean refusesByKey(Plan plan);
    }

    /** {@return what was made of a plan whose rows are not there yet} */
    public Made made(Plan planned) throws SQLException, UnfillableException {
        Task task = planned.task();
        boolean skips = task.way().skip();
        Plan plan =
                planned.scarce() && !skips ? rows.plan(task.skipping(task.held().rows(), task.rows())) : planned;
        return inserted(plan);
    }

    private Made inserted(Plan plan) throws SQLException, UnfillableException {
        Task task = plan.task();
        boolean skips = task.way().skip();
        long made = skips ? 0 : rows.all(plan);
        made = new MoreRows(rows, plan, skips ? 0 : plan.rows()).upTo(made);
        long held = task.held().rows();
        if (skips && made < task.rows() && !plan.offersAll()) {
            Plan rest = rows.plan(task.skipping(held + made, task.rows() - made));
            if (rest.offersAll()) {
                made += new MoreRows(rows, rest, 0).upTo(0);
                return new Made(made, rest.limit(held + made, rows.refusesByKey(rest)));
            }
        }
        return new Made(made, plan.limit(held + made, rows.refusesByKey(plan)));
    }
}
