package dev.rehearsal.approval;

import java.util.List;

/**
 * Where a project stands on the way to a deployment.
 *
 * @param problems what stands in the way, one line for each thing that someone must do; empty if nothing does
 * @param risk the highest risk of the last rehearsal, for a reader
 * @param required how many signatures that rehearsal needs
 */
public record Standing(List<String> problems, String risk, int required) {
    public Standing {
        problems = List.copyOf(problems);
    }
}
