package dev.rehearsal.approval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The signatures of a project, in a file that is committed with its code. */
final class ApprovalFile {
    static final String NAME = "rehearsal-approvals.yaml";

    private static final YAMLMapper MAPPER = new YAMLMapper();
    private static final String HEADER = """
            # Who approved what of the rehearsed migrations. Written by mvn rehearsal:approve; commit it with the code.
            # rehearsal:check notices an edit by hand: each entry carries a digest over its fields.
            """;

    private final Path file;

    ApprovalFile(Path root) {
        this.file = root.resolve(NAME);
    }

    /**
     * One entry.
     *
     * @param approval what it says
     * @param genuine whether its digest is that of its fields
     */
    record Entry(Approval approval, boolean genuine) {}

    /**
     * {@return the entries; none if there is no file}
     *
     * @throws ApprovalException if the file cannot be read
     */
    List<Entry> read() {
        try {
            List<Entry> entries = new ArrayList<>();
            for (JsonNode node : nodes()) {
                entries.add(new Entry(ApprovalText.read(node), ApprovalText.isGenuine(node)));
            }
            return entries;
        } catch (IOException | JacksonException | DateTimeException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /**
     * Adds a signature in the place of the same role's earlier one for the same document; the others stay as they are.
     *
     * @throws ApprovalException if the file cannot be read or written
     */
    void add(Approval approval) {
        try {
            ObjectNode root = MAPPER.createObjectNode();
            ArrayNode kept = root.putArray("approvals");
            for (JsonNode node : nodes()) {
                if (!approval.replaces(ApprovalText.read(node))) {
                    kept.add(node);
                }
            }
            kept.add(ApprovalText.write(approval));
            String yaml = MAPPER.writeValueAsString(root);
            Files.writeString(file, HEADER + yaml.substring(yaml.indexOf("approvals:")));
        } catch (IOException | JacksonException | DateTimeException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private JsonNode nodes() throws IOException {
        if (!Files.exists(file)) {
            return MAPPER.createArrayNode();
        }
        JsonNode approvals = MAPPER.readTree(Files.readString(file)).path("approvals");
        if (!approvals.isArray()) {
            throw new IOException("it holds no list of approvals");
        }
        return approvals;
    }

    private ApprovalException unreadable(Exception e) {
        return new ApprovalException(file + " cannot be used: " + e.getMessage()
                + ". Take the last committed version of it, and record the sign-offs by mvn rehearsal:approve.");
    }
}
