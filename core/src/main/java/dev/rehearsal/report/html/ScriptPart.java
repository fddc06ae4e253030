package dev.rehearsal.report.html;

import dev.rehearsal.migration.Script;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.result.Finding;
import java.util.List;

/**
 * A script.
 *
 * @param name its name
 * @param lines its first lines
 */
public record ScriptPart(String name, List<SourceLine> lines) {
    static ScriptPart of(Script script, List<Finding> findings) {
        List<Integer> hot = findings.stream()
                .filter(f -> script.name().equals(f.file()))
                .map(Finding::line)
                .toList();
        return new ScriptPart(Plain.line(script.name()), SourceLine.all(script, hot));
    }
}
