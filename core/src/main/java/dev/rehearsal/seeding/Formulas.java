package dev.rehearsal.seeding;

import dev.rehearsal.seeding.Terms.Known;
import dev.rehearsal.seeding.Terms.Nothing;
import dev.rehearsal.seeding.Terms.RowNumber;

/** Formulas that stand in most others. */
public final class Formulas {
    /** The number of the row, or of a further attempt at it, that draws are made of. */
    public static final Formula ROW = new Known(RowNumber.OF_DRAW);

    /** The number of the row, counted from 1. */
    public static final Formula PLACE = new Known(RowNumber.OF_ROW);

    /** The number of the first row. */
    public static final Formula FIRST = new Known(RowNumber.OF_FIRST);

    /** NULL. */
    public static final Formula NOTHING = new Nothing();

    private Formulas() {}
}
