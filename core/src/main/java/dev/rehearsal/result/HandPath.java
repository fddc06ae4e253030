package dev.rehearsal.result;

import java.util.List;

/**
 * What somebody can run by hand, statement by statement, and whether that leads where it should.
 *
 * @param script of which script
 * @param lines the lines of the statements that went through, in their order
 * @param refused the lines of those that the server refused, since what they change is not there, or is there already
 * @param leadsThere whether schema and data are then as they should be
 */
public record HandPath(String script, List<Integer> lines, List<Integer> refused, boolean leadsThere) {
    public HandPath {
        lines = List.copyOf(lines);
        refused = List.copyOf(refused);
    }
}
