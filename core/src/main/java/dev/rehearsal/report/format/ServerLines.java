package dev.rehearsal.report.format;

import dev.rehearsal.result.OtherServer;
import dev.rehearsal.result.OtherServer.Difference;
import dev.rehearsal.result.RehearsalReport;
import java.util.List;
import java.util.stream.Collectors;

/** Tells how the same rehearsal went on further servers, one line each. */
public final class ServerLines {
    private static final int FEW = 3;

    private ServerLines() {}

    /**
     * {@return {@code PostgreSQL 15.14 (embedded): PASSED, nothing went otherwise} for each}
     *
     * @param report any report
     */
    public static List<String> of(RehearsalReport report) {
        return report.database().others().stream().map(ServerLines::line).toList();
    }

    private static String line(OtherServer server) {
        List<Difference> differences = server.differences();
        String told = differences.stream().limit(FEW).map(ServerLines::told).collect(Collectors.joining("; "));
        int more = differences.size() - FEW;
        return Plain.line(server.server() + ": " + server.verdict().name() + ", "
                + (differences.isEmpty() ? "nothing went otherwise" : "otherwise: " + told)
                + (more > 0 ? "; and " + more + " more in report.html" : ""));
    }

    private static String told(Difference difference) {
        String where = difference.script().isEmpty() ? "" : difference.script() + " ";
        return where + difference.what() + " " + or(difference.other()) + " instead of " + or(difference.first());
    }

    private static String or(String text) {
        return text.isEmpty() ? "nothing" : text;
    }
}
