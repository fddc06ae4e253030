package dev.rehearsal.migration;

import java.util.List;

/**
 * Everything that a runner reads, held against an earlier time.
 *
 * @param inputs all of it, what is the same and what is gone included
 * @param repeatables the repeatable scripts that would run again, in the runner's order, each with its old text as its
 *     way back
 */
public record RunnerChanges(List<RunnerInput> inputs, List<Migration> repeatables) {
    public RunnerChanges {
        inputs = List.copyOf(inputs);
        repeatables = List.copyOf(repeatables);
    }
}
