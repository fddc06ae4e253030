package dev.rehearsal.junit;

import dev.rehearsal.dialect.assertion.AssertedDatabase;
import dev.rehearsal.dialect.assertion.AssertedTable;
import dev.rehearsal.dialect.assertion.AssertedTable.ConstraintDefinition;
import dev.rehearsal.dialect.assertion.RowSelection;
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
            if (!now.hasTable(table)) {
                return null; // that it is not there was said already
            }
            AssertedTable relation = now.table(table);
            ConstraintDefinition found = relation.constraint(name).orElse(null);
            return found == null || found.validated() ? null : notValid(now, relation, found);
        });
        return this;
    }

    private Discrepancy notValid(AssertedDatabase now, AssertedTable relation, ConstraintDefinition found)
            throws SQLException {
        if (found.check() == null) {
            return new Discrepancy(
                    what(relation), "validated", found.definition(), now.look().constraints(table));
        }
        RowSelection violating = relation.rows().where("NOT (" + found.check() + ")");
        List<String> rows = violating.keys();
        return new Discrepancy(
                what(relation),
                "validated",
                found.definition() + (rows.isEmpty() ? "; no row violates it" : ""),
                rows,
                violating.sql());
    }

    private String what(AssertedTable relation) {
        return "constraint " + name + " of " + relation.name();
    }
}
