package dev.rehearsal.result;

import java.util.List;

/**
 * A phase that missed a limit, measured again on fresh copies of its stage, each as cold as the first.
 *
 * @param facts what was seen, in order; the first measurement is not among them
 * @param stretch how much longer than its processor time a computation of ours took meanwhile, at worst: 1 on a machine
 *     that is ours alone
 */
public record Repeats(List<PhaseFacts> facts, double stretch) {
    private static final double BUSY = 1.5;

    public Repeats {
        facts = List.copyOf(facts);
    }

    /** {@return whether others used the processor so much that times say little} */
    public boolean busy() {
        return stretch > BUSY;
    }
}
