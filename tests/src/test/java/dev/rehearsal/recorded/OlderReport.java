package dev.rehearsal.recorded;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report as the version before wrote it: without what it did not know. */
public final class OlderReport {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> OF_LOCKS = List.of("modeWords", "rank", "blocks");

    private OlderReport() {}

    /**
     * {@return the report, trimmed}
     *
     * @param json as it is written today
     */
    public static String of(String json) {
        ObjectNode report = (ObjectNode) MAPPER.readTree(json);
        report.remove(List.of("engine", "runner"));
        report.get("migrations").forEach(migration -> migration.get("phases").forEach(OlderReport::trim));
        return report.toString();
    }

    private static void trim(JsonNode phase) {
        phase.get("locks").forEach(lock -> ((ObjectNode) lock).remove(OF_LOCKS));
    }
}
