package dev.rehearsal.mariadb.seed;

import static java.util.stream.Collectors.joining;

import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.Circling;
import dev.rehearsal.seeding.ForeignKey;
import dev.rehearsal.seeding.Made;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.UnfillableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fills tables that point at each other while their keys rest.
 *
 * @param session where
 * @param keys what rows can point at
 */
record RestingCircles(SeedSession session, TableKeys keys) implements Circling {
    @Override
    public <T> T together(Work<T> work) throws SQLException, UnfillableException {
        return session.together(work);
    }

    @Override
    public void foresee(SeedTable table, Work<Made> filling) throws SQLException, UnfillableException {
        Connection connection = session.connection();
        Savepoint before = connection.setSavepoint();
        filling.run();
        keys.foresee(table);
        connection.rollback(before);
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
                .map(column -> "c." + Names.quoted(column) + " IS NOT NULL")
                .collect(joining(" AND "));
        String same = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "c." + Names.quoted(key.columns().get(i)) + " = p."
                        + Names.quoted(key.keys().get(i)))
                .collect(joining(" AND "));
        return Sql.number(
                        session.connection(),
                        "SELECT EXISTS (SELECT 1 FROM " + Names.quoted(table.name()) + " c WHERE " + there
                                + " AND NOT EXISTS (SELECT 1 FROM " + Names.quoted(parent.name()) + " p WHERE " + same
                                + "))")
                > 0;
    }

    @Override
    public Exception explained(SQLException failure, List<SeedTable> circle) {
        return failure;
    }
}
