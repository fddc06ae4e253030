package dev.rehearsal.it.kept;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A {@code report.json} as lines, one a value, without what may differ between two runs of the same code: times, bytes,
 * what only a fast poll sees, and what hangs on them. Lists whose order tells nothing are sorted.
 */
final class StableReport {
    /** Of the machine and the moment. */
    private static final Set<String> LEFT_OUT =
            Set.of("started", "cost", "stalls", "uses", "seen", "unlikeProduction", "untouched", "plan", "fingerprint");
    /** Rules that speak of time alone; with budgets of an hour they are notes, or absent. */
    private static final Set<String> OF_TIME = Set.of("lock-queue", "application-slower");

    private static final Pattern MEASURED = Pattern.compile(
            "(?i)\\b\\d[\\d,.]*(?:\\s*(?:ms|s|min|h|us|µs|[kMG]i?B|bytes|times|%|rows/s)\\b|\\s*%)|\\bx?\\d[\\d,.]*x\\b");
    private static final Pattern TIMES_AND_BYTES = Pattern.compile(".*(Ms|[bB]ytes(Before|After)?)");

    private final Set<String> lines = new TreeSet<>();

    private StableReport() {}

    /** {@return the report's lines, sorted} */
    static String of(JsonNode report) {
        StableReport stable = new StableReport();
        stable.add("", report);
        return String.join("\n", stable.lines) + "\n";
    }

    private void add(String path, JsonNode node) {
        if (node.isObject()) {
            properties(node).forEach((key, value) -> {
                if (!LEFT_OUT.contains(key)
                        && !TIMES_AND_BYTES.matcher(key).matches()
                        && !uncertain(key, value, node)) {
                    add(path + "/" + key, value);
                }
            });
        } else if (node.isArray()) {
            lines.addAll(node.isEmpty() ? Set.of(path + " = []") : Set.of());
            for (JsonNode element : node) {
                if (!momentary(element)) {
                    add(path + "[" + name(element) + "]", element);
                }
            }
        } else {
            lines.add(path + " = " + text(node));
        }
    }

    /** How often the application ran meanwhile, and what a statement that failed had locked before it was rolled back. */
    private static boolean uncertain(String key, JsonNode value, JsonNode of) {
        boolean traffic = key.equals("runs") && value.isNumber();
        boolean failed =
                of.has("phase") && of.has("failure") && !of.get("failure").isNull();
        return traffic || (failed && key.equals("locks"));
    }

    /** What is seen on one run and not on the next: a weak lock that lasts for less than a poll, and words on time. */
    private static boolean momentary(JsonNode element) {
        boolean weak = element.has("mode") && !element.at("/blocksWrites").asBoolean();
        boolean ofTime =
                element.has("rule") && OF_TIME.contains(element.at("/rule").asString());
        return weak || ofTime;
    }

    /** {@return what tells an element of a list from the others, whatever its place} */
    private static String name(JsonNode element) {
        if (!element.isObject()) {
            return "";
        }
        StringBuilder name = new StringBuilder();
        for (String key : new String[] {
            "version",
            "phase",
            "rule",
            "script",
            "file",
            "line",
            "relation",
            "table",
            "column",
            "object",
            "via",
            "mode",
            "statement",
            "point",
            "kind"
        }) {
            if (element.has(key) && element.at("/" + key).isValueNode()) {
                name.append(name.isEmpty() ? "" : " ").append(text(element.at("/" + key)));
            }
        }
        return name.toString();
    }

    private static String text(JsonNode value) {
        return MEASURED.matcher(value.isString() ? value.asString() : value.toString())
                .replaceAll("#")
                .replace("\n", "\\n");
    }

    private static Map<String, JsonNode> properties(JsonNode node) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
