package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.Circling;
import dev.rehearsal.seeding.ForeignKey;
import dev.rehearsal.seeding.Made;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.UnfillableException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills tables that point at each other while their keys are checked at the end of a transaction, or rest.
 *
 * @param session where
 * @param keys what rows can point at
 */
record DeferredCircles(SeedSession session, ParentKeys keys) implements Circling {
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    @Override
    public <T> T together(Work<T> work) throws SQLException, UnfillableException {
        return session.together(() -> {
            SeedSql.run(session.connection(), "SET CONSTRAINTS ALL DEFERRED");
            return work.run();
        });
    }

    @Override
    public void foresee(SeedTable table, Work<Made> filling) throws SQLException, UnfillableException {
        String there = keys.places(table);
        filling.run();
        keys.foresee(table);
        SeedSql.run(
                session.connection(),
                "DELETE FROM " + SeedSql.rows(table) + " AS t WHERE NOT EXISTS (SELECT FROM " + there
                        + " AS o WHERE o.of = t.tableoid AND o.place = t.ctid)");
    }

    @Override
    public boolean foresees(QualifiedName table) {
        return keys.foresees(table);
    }

    @Override
    public void forget(QualifiedName table) {
        keys.forget(table);
    }

    @Override
    public void forgetAll() {
        keys.forgetAll();
    }

    @Override
    public boolean pointsInVain(SeedTable table, ForeignKey key, SeedTable parent) throws SQLException {
        String there = key.columns().stream()
                .map(column -> "c." + SqlNames.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String same = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "c." + SqlNames.quote(key.columns().get(i)) + " = p."
                        + SqlNames.quote(key.keys().get(i)))
                .collect(Collectors.joining(" AND "));
        return SeedSql.holds(
                session.connection(),
                "SELECT EXISTS (SELECT FROM " + SeedSql.rows(table) + " AS c WHERE " + there
                        + " AND NOT EXISTS (SELECT FROM " + SeedSql.rows(parent) + " AS p WHERE " + same + "))");
    }

    @Override
    public Exception explained(SQLException failure, List<SeedTable> circle) {
        return FOREIGN_KEY_VIOLATION.equals(failure.getSQLState()) ? nobody(circle) : failure;
    }

    private static UnfillableException nobody(List<SeedTable> circle) {
        String names = circle.stream().map(table -> table.name().toString()).collect(Collectors.joining(", "));
        return new UnfillableException("the NOT NULL keys of " + names + " point at each other in a circle and are"
                + " not all DEFERRABLE: whichever row is inserted first, the row that it points at is not there yet."
                + " ALTER TABLE … ALTER CONSTRAINT … DEFERRABLE ends it; so does a superuser, for whom foreign keys rest"
                + " while tables are filled");
    }
}
