package dev.rehearsal.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A change with its undo, in parts each of which can be right, forgotten or wrong. Texts hold the placeholders of
 * {@link Ground}. What each wrong part leaves is written as {@code +index …} for what is left over, {@code -index …} for
 * what is missing, {@code *} altered, {@code ~} altered in looks alone, and {@code !table.column VALUES_CHANGED 4} for data.
 *
 * @param setup what is there before
 * @param up the migration
 * @param undo the parts of its undo, in order
 * @param shares whether other changes may touch other columns of the same table
 * @param keyed whether its table must have a primary key
 */
record Change(String setup, String up, List<Part> undo, boolean shares, boolean keyed) {
    /**
     * A part of an undo.
     *
     * @param right what restores
     * @param always what even that leaves different
     * @param wrong what else a hasty author could write; the first, if any, is nothing at all
     */
    record Part(String right, List<String> always, List<Wrong> wrong) {}

    /**
     * A wrong part.
     *
     * @param sql what is done instead
     * @param told what it leaves different
     */
    record Wrong(String sql, List<String> told) {}

    static Change up(String up) {
        return new Change("", up, List.of(), false, false);
    }

    Change setup(String sql) {
        return new Change(sql, up, undo, shares, keyed);
    }

    Change shared() {
        return new Change(setup, up, undo, true, keyed);
    }

    Change onKeyed() {
        return new Change(setup, up, undo, shares, true);
    }

    /** Adds a part without which the undo would not run. */
    Change must(String right) {
        return with(new Part(right, List.of(), List.of()));
    }

    /** Adds a part without which the undo would not run, and which leaves something different in looks alone. */
    Change always(String right, String... told) {
        return with(new Part(right, List.of(told), List.of()));
    }

    /** Makes it a change that nothing can undo. */
    Change lost(String told, String... more) {
        List<String> all = new ArrayList<>(List.of(told));
        all.addAll(List.of(more));
        return with(new Part("SELECT 1", all, List.of()));
    }

    /** Adds a part that can be forgotten, which leaves this. */
    Change undo(String right, String... forgotten) {
        return with(new Part(right, List.of(), List.of(new Wrong("", List.of(forgotten)))));
    }

    /** Adds a wrong form of the latest part. */
    Change or(String wrong, String... told) {
        List<Part> parts = new ArrayList<>(undo);
        Part last = parts.remove(parts.size() - 1);
        List<Wrong> all = new ArrayList<>(last.wrong);
        all.add(new Wrong(wrong, List.of(told)));
        parts.add(new Part(last.right, last.always, all));
        return new Change(setup, up, parts, shares, keyed);
    }

    private Change with(Part part) {
        List<Part> parts = new ArrayList<>(undo);
        parts.add(part);
        return new Change(setup, up, parts, shares, keyed);
    }
}
