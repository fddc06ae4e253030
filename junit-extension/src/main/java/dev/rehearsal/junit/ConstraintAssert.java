package dev.rehearsal.junit;

import dev.rehearsal.junit.query.Catalogue;
import dev.rehearsal.junit.query.DatabaseQueries;
import dev.rehearsal.junit.query.Definitions;
import dev.rehearsal.junit.query.Definitions.Constraint;
import dev.rehearsal.junit.query.RowSelection;
import dev.rehearsal.junit.query.TableShape;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Assertions on one constraint; those on the migration go on. */
public final class ConstraintAssert extends MigrationAssert {
    private final String table;
    private final String name;

    ConstraintAssert(MigrationUnderTest migration, Consumer<AssertionError> sink, String table, String name) {
        super(migration, sink);
        this.table = table;
        this.name = name;
    }

    /**
     * Verifies that the server knows it to hold for all rows, not only for those written since.
     *
     * @return this
     */
    public ConstraintAssert thatIsValidated() {
        check(now -> {
            if (!TableShape.exists(now, table)) {
                return null; // that it is not there was said already
            }
            TableShape relation = TableShape.find(now, table);
            Constraint found = Definitions.constraint(now, relation, name).orElse(null);
            return found == null || found.validated() ? null : notValid(now, relation, found);
        });
        return this;
    }

    private Discrepancy notValid(DatabaseQueries now, TableShape relation, Constraint found) throws SQLException {
        if (found.check() == null) {
            return new Discrepancy(what(relation), "validated", found.definition(), Catalogue.constraints(table));
        }
        RowSelection violating = new RowSelection(relation, "NOT (" + found.check() + ")");
        List<String> rows = violating.keys(now);
        return new Discrepancy(
                what(relation),
                "validated",
                found.definition() + (rows.isEmpty() ? "; no row violates it" : ""),
                rows,
                violating.sql());
    }

    private String what(TableShape relation) {
        return "constraint " + name + " of " + relation.name();
    }
}
