package dev.rehearsal.observe;

import dev.rehearsal.lock.LockMode;
import dev.rehearsal.lock.Operation;
import java.util.List;

/** The two ways to use a table: INSERT, UPDATE and DELETE wait for the same, so that one canary speaks for all three. */
public enum Access {
    READ,
    WRITE;

    /** {@return whether it must wait while a lock is held} */
    boolean waitsFor(LockMode held) {
        return switch (this) {
            case READ -> held.blocksReads();
            case WRITE -> held.blocksWrites();
        };
    }

    /** {@return what it speaks for} */
    List<Operation> operations() {
        return switch (this) {
            case READ -> List.of(Operation.SELECT);
            case WRITE -> List.of(Operation.INSERT, Operation.UPDATE, Operation.DELETE);
        };
    }
}
