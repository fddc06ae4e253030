package dev.rehearsal.postgres.watch;

import dev.rehearsal.lock.LockMode;
import dev.rehearsal.lock.Operation;
import dev.rehearsal.schema.QualifiedName;
import java.util.List;

/**
 * The two ways to use a table that the server tells apart when it locks it. INSERT, UPDATE and DELETE ask for the very
 * same lock, so that one canary speaks for all three. A write is the bare lock and no {@code DELETE … WHERE false}:
 * that would fire statement-level triggers and rules, also those that the migration has just made. ONLY, for a canary
 * that holds a partitioned table while it waits for a partition could stand in the migration's way.
 *
 * <p>A read is planned anew each time, as most queries of an application are: the planner opens all indexes of the table,
 * and waits where one of them is locked although the table is not. Whoever holds a plan already would not notice.
 */
enum Access {
    READ {
        @Override
        String sql(QualifiedName table) {
            return "SELECT 1 FROM ONLY " + table.quoted() + " WHERE false";
        }
    },
    WRITE {
        @Override
        String sql(QualifiedName table) {
            return "DO $rehearsal$BEGIN LOCK TABLE ONLY " + table.quoted() + " IN ROW EXCLUSIVE MODE; END$rehearsal$";
        }
    };

    abstract String sql(QualifiedName table);

    /** {@return whether the server has to plan it, so that it looks at the table's indexes too} */
    boolean planned() {
        return this == READ;
    }

    boolean waitsFor(LockMode held) {
        return operations().stream().anyMatch(held::blocks);
    }

    List<Operation> operations() {
        return switch (this) {
            case READ -> List.of(Operation.SELECT);
            case WRITE -> List.of(Operation.INSERT, Operation.UPDATE, Operation.DELETE);
        };
    }
}
