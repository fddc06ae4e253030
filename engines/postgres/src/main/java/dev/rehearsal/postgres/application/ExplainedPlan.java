package dev.rehearsal.postgres.application;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.result.StatementPlan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what EXPLAIN says. */
public final class ExplainedPlan {
    /** Stands before a query whose plan is asked for. */
    public static final String EXPLAIN = "EXPLAIN (VERBOSE, FORMAT JSON) ";

    private static final Pattern EXPLAINABLE =
            Pattern.compile("(?is)(?:\\s|\\()*(?:select|insert|update|delete|merge|with|values|table)\\b.*");
    private static final List<String> CONDITIONS = List.of("Index Cond", "Recheck Cond", "Hash Cond", "Filter");
    private static final JsonMapper MAPPER = new JsonMapper();

    private final StringBuilder text = new StringBuilder();
    private final Set<String> relations = new LinkedHashSet<>();
    private final Set<String> scanned = new LinkedHashSet<>();
    private final Set<String> indexes = new LinkedHashSet<>();

    private ExplainedPlan() {}

    static boolean exists(String sql) {
        return EXPLAINABLE.matcher(sql).matches();
    }

    /**
     * {@return what it says}
     *
     * @param json the server's answer to {@link #EXPLAIN}
     */
    public static ExplainedPlan read(String json) {
        ExplainedPlan plan = new ExplainedPlan();
        plan.node(MAPPER.readTree(json).path(0).path("Plan"), 0);
        return plan;
    }

    /** {@return the plan for a reader, with the relations that it reads} */
    public StatementPlan plan() {
        return new StatementPlan(text.toString().stripTrailing(), List.copyOf(relations), List.copyOf(scanned));
    }

    /** {@return the names of the indexes that it uses, without their schemas} */
    public Set<String> indexes() {
        return Set.copyOf(indexes);
    }

    private void node(JsonNode node, int depth) {
        String type = node.path("Node Type").asString("");
        String table = table(node);
        text.append("  ".repeat(depth)).append(type(node, type));
        if (node.has("Index Name")) {
            String index = node.path("Index Name").asString("");
            text.append(" using ").append(index);
            indexes.add(index);
        }
        if (!table.isEmpty()) {
            text.append(" on ").append(table);
            relations.add(table);
            if (type.equals("Seq Scan")) {
                scanned.add(table);
            }
        }
        text.append(
                String.format(Locale.ROOT, " (%,d rows)", node.path("Plan Rows").asLong(0)));
        CONDITIONS.stream()
                .filter(node::has)
                .forEach(name -> text.append(", ")
                        .append(name)
                        .append(": ")
                        .append(node.path(name).asString("")));
        text.append('\n');
        node.path("Plans").forEach(child -> node(child, depth + 1));
    }

    /** A write is called by what it does. */
    private static String type(JsonNode node, String type) {
        return type.equals("ModifyTable") ? node.path("Operation").asString(type) : type;
    }

    private static String table(JsonNode node) {
        return node.has("Relation Name") && node.has("Schema")
                ? SqlNames.relation(
                                node.path("Schema").asString(""),
                                node.path("Relation Name").asString(""))
                        .toString()
                : "";
    }
}
