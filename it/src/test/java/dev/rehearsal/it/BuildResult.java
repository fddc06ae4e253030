package dev.rehearsal.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a Maven build ended.
 *
 * @param exit its exit code
 * @param output all it printed
 * @param project where it ran
 */
public record BuildResult(int exit, String output, Path project) {
    public boolean succeeded() {
        return exit == 0;
    }

    public Path reports() {
        return project.resolve("target/rehearsal");
    }

    public JsonNode report() {
        return new JsonMapper().readTree(text("report.json"));
    }

    /** {@return the errors of one migration, the oldest is 0} */
    public List<JsonNode> errors(int migration) {
        List<JsonNode> errors = new ArrayList<>();
        report().at("/migrations/" + migration + "/findings").forEach(finding -> {
            if (finding.at("/severity").asString().equals("error")) {
                errors.add(finding);
            }
        });
        return errors;
    }

    /** {@return a finding as its rule, file and line} */
    public static Tuple place(JsonNode finding) {
        return Tuple.tuple(
                finding.at("/rule").asString(),
                finding.at("/file").asString(),
                finding.at("/line").asInt(0));
    }

    public String text(String report) {
        try {
            return Files.readString(reports().resolve(report));
        } catch (IOException e) {
            throw new UncheckedIOException("The build wrote no " + report + ". It printed:\n" + output, e);
        }
    }
}
