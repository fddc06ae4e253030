package dev.rehearsal.result;

import java.util.List;

/**
 * The same rehearsal on a further server, as far as it went otherwise there.
 *
 * @param server what it ran on, for a reader: {@code PostgreSQL 15.14 (embedded)}
 * @param verdict the answer there
 * @param differences what went otherwise; empty if nothing did
 */
public record OtherServer(String server, Verdict verdict, List<Difference> differences) {
    public OtherServer {
        differences = List.copyOf(differences);
    }

    /**
     * One thing that went otherwise.
     *
     * @param script of which migration; empty for what belongs to the history as a whole
     * @param what what is compared: {@code verdict}, {@code locks of up}, {@code finding}
     * @param first how it is on the first server; empty if it is not there
     * @param other how it is on the other one; empty likewise
     */
    public record Difference(String script, String what, String first, String other) {}
}
