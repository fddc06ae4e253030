package dev.rehearsal.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.result.StatementFacts;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One effect of one statement of the up, in view of all others.
 *
 * @param effect what it did
 * @param statement which did it
 * @param scale how large its table is
 * @param all all changes of the up
 */
public record Change(Effect effect, StatementFacts statement, TableScale scale, SeenChanges all) {
    /**
     * {@return whether it is of a kind}
     *
     * @param kind which
     */
    public boolean is(Kind kind) {
        return effect.kind() == kind;
    }

    /**
     * {@return whether it is of a kind, with a trait}
     *
     * @param kind which
     * @param trait which
     */
    public boolean is(Kind kind, Trait trait) {
        return effect.kind() == kind && effect.is(trait);
    }

    /** {@return the table that it was made to, or what else it was made to} */
    public String table() {
        return effect.relation();
    }

    /** {@return the column, index or constraint} */
    public String name() {
        String name = effect.name();
        return name == null ? "" : name;
    }

    /** {@return the new type, name or definition} */
    public String after() {
        String after = effect.after();
        return after == null ? "" : after;
    }

    /** {@return the types that belong to it, as in a definition} */
    public String types() {
        return String.join(", ", effect.terms().types());
    }

    /** {@return the default of the column, or what it is generated from; empty if it has none} */
    public String expression() {
        String expression = effect.terms().expression();
        return expression == null ? "" : expression;
    }

    /**
     * {@return whether something that came after did that to the very same object}
     *
     * @param kind of what came after
     */
    public boolean thenAlso(Kind kind) {
        return all.later(this, c -> c.is(kind) && c.effect().object().equals(effect.object()));
    }

    /** {@return the columns, as in a definition} */
    public String columns() {
        return String.join(", ", effect.columns());
    }

    /**
     * {@return whether the same statement also did that to the same table}
     *
     * @param kind of what it also did
     */
    public boolean along(Kind kind) {
        return all.of(statement).anyMatch(c -> c.is(kind) && c.table().equals(table()));
    }

    /** {@return whether its statement read the rows of its table; where that was not measured, it may have} */
    public boolean scanned() {
        return all.scans(statement, table());
    }

    /** {@return the locks that its statement took on its table, not on its indexes, and that block others} */
    public Stream<HeldLock> locks() {
        return all.locks().stream()
                .filter(lock -> lock.relation().equals(table()) && lock.via() == null)
                .filter(lock -> Objects.equals(lock.line(), statement.line()));
    }

    /** {@return whether a lock that an earlier statement took on its table blocked others while its statement ran} */
    public boolean underEarlierLock() {
        double middle = statement.startMs() + statement.durationMs() / 2;
        return all.locks().stream()
                .filter(lock -> lock.relation().equals(table()) && lock.via() == null)
                .filter(lock -> !Objects.equals(lock.line(), statement.line()))
                .anyMatch(lock -> lock.acquiredMs() <= statement.startMs()
                        && lock.acquiredMs() + lock.heldMs() - lock.boundMs() >= middle);
    }

    /** {@return the locks that its statement took, and how long they or it lasted} */
    public String held() {
        return all.held(statement);
    }

    /**
     * {@return the name of another object in the schema of its table}
     *
     * @param other the object, without a schema
     */
    public String sibling(String other) {
        return FactNames.schema(table()) + "." + other;
    }
}
