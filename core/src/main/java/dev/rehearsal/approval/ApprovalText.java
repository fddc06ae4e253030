package dev.rehearsal.approval;

import dev.rehearsal.result.Risk;
import dev.rehearsal.text.Digests;
import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A signature as it stands in the file, with a digest over all its fields. */
final class ApprovalText {
    private static final String DIGEST = "digest";
    private static final JsonMapper MAPPER = new JsonMapper();

    private ApprovalText() {}

    static ObjectNode write(Approval approval) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("role", approval.role());
        node.put("by", approval.by());
        node.put("at", approval.at().toString());
        node.put("document", approval.document().id());
        node.put("documentDigest", approval.documentDigest());
        node.put("rehearsal", approval.rehearsal().toString());
        node.put("verdict", "PASSED");
        ObjectNode risks = node.putObject("risks");
        approval.substance().risks().forEach((version, risk) -> risks.put(version, risk.name()));
        ArrayNode findings = node.putArray("findings");
        approval.substance().findings().forEach(findings::add);
        ObjectNode tables = node.putObject("tables");
        approval.substance().tables().forEach((table, rows) -> tables.put(table, rows.longValue()));
        ObjectNode scripts = node.putObject("scripts");
        approval.substance().scripts().forEach(scripts::put);
        node.put(DIGEST, digest(node));
        return node;
    }

    static Approval read(JsonNode node) {
        String document = node.required("document").asString();
        return new Approval(
                node.required("role").asString(),
                node.required("by").asString(),
                Instant.parse(node.required("at").asString()),
                Document.of(document).orElseThrow(() -> new IllegalArgumentException("document: " + document)),
                node.required("documentDigest").asString(),
                Instant.parse(node.required("rehearsal").asString()),
                substance(node));
    }

    /** {@return whether its fields are those that it was written with} */
    static boolean isGenuine(JsonNode node) {
        return node instanceof ObjectNode written
                && digest(written).equals(written.path(DIGEST).asString(""));
    }

    private static Substance substance(JsonNode node) {
        SortedMap<String, String> scripts = new TreeMap<>();
        node.required("scripts")
                .properties()
                .forEach(
                        script -> scripts.put(script.getKey(), script.getValue().asString()));
        SortedMap<String, Risk> risks = new TreeMap<>();
        node.required("risks")
                .properties()
                .forEach(risk ->
                        risks.put(risk.getKey(), Risk.valueOf(risk.getValue().asString())));
        SortedSet<String> findings = new TreeSet<>();
        node.required("findings").forEach(finding -> findings.add(finding.asString()));
        SortedMap<String, Long> tables = new TreeMap<>();
        node.required("tables")
                .properties()
                .forEach(table -> tables.put(table.getKey(), table.getValue().asLong()));
        return new Substance(scripts, risks, findings, tables);
    }

    /** Over the fields in their order, whatever the file's layout. */
    private static String digest(ObjectNode node) {
        ObjectNode signed = node.deepCopy();
        signed.remove(DIGEST);
        return Digests.ofText(MAPPER.writeValueAsString(signed));
    }
}
