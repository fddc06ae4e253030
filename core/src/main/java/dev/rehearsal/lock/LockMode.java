package dev.rehearsal.lock;

import java.util.Comparator;

/**
 * How a relation is locked, as its engine tells: which modes there are and which of them conflict is the engine's alone.
 * The weakest comes first.
 *
 * @param name as the engine's catalogue writes it
 * @param words as the engine's documentation writes it, for a reader
 * @param rank how strong: {@link #READER} as whoever reads rows takes, {@link #WRITER} as whoever writes rows takes, more
 *     for what is stronger
 * @param blocksReads whether a SELECT must wait
 * @param blocksWrites whether an INSERT, UPDATE or DELETE must wait
 */
public record LockMode(String name, String words, int rank, boolean blocksReads, boolean blocksWrites)
        implements Comparable<LockMode> {
    /** The rank of what whoever reads rows takes. */
    public static final int READER = 0;

    /** The rank of what whoever writes rows takes. */
    public static final int WRITER = 2;

    private static final Comparator<LockMode> WEAKEST_FIRST =
            Comparator.comparingInt(LockMode::rank).thenComparing(LockMode::name);

    /**
     * {@return whether who does this must wait while it is held}
     *
     * @param operation what is done
     */
    public boolean blocks(Operation operation) {
        return operation == Operation.SELECT ? blocksReads : blocksWrites;
    }

    /** {@return whether it is more than a reader takes} */
    public boolean exceedsReading() {
        return rank > READER;
    }

    /** {@return whether it is what a writer takes, or more} */
    public boolean isOfWriting() {
        return rank >= WRITER;
    }

    @Override
    public int compareTo(LockMode other) {
        return WEAKEST_FIRST.compare(this, other);
    }
}
