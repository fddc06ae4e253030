package dev.rehearsal.baseline;

import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.rule.Baseline;
import dev.rehearsal.rule.Baseline.Entry;
import dev.rehearsal.rule.Rules;
import dev.rehearsal.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads and writes {@code rehearsal-baseline.yaml}. */
public final class BaselineFile {
    /** The file's name at a project's root when nothing is said. */
    public static final String NAME = "rehearsal-baseline.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String HEAD = """
            # What rehearsal:verify accepts of old migrations: told in every report, failing no build.
            # Written by mvn rehearsal:baseline. The fingerprint finds it again when lines move.
            """;

    private BaselineFile() {}

    private record Content(@Nullable List<Item> accepted) {}

    private record Item(
            @Nullable String rule,
            @Nullable String script,
            @Nullable String fingerprint) {}

    /**
     * {@return the baseline in a file; an empty one if there is no such file and none was asked for}
     *
     * @param file which
     * @param asked whether the project names it
     * @throws InvalidSettingException if it cannot be read, or accepts what cannot be accepted
     */
    public static Baseline read(Path file, boolean asked) {
        if (!Files.exists(file)) {
            if (asked) {
                throw new InvalidSettingException("rehearsal.baseline=" + file + ": there is no such file.");
            }
            return Baseline.NONE;
        }
        try {
            Content content = YAML.readValue(Files.readString(file), Content.class);
            List<Item> items = content == null || content.accepted() == null ? List.of() : content.accepted();
            return new Baseline(items.stream().map(item -> entry(item, file)).toList());
        } catch (IOException | JacksonException e) {
            throw new InvalidSettingException(file + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * {@return the baseline that accepts what a rehearsal found: errors, warnings, and what was accepted before. What was
     * not measured is left out, for it can never be accepted}
     *
     * @param report the rehearsal
     */
    public static Baseline of(RecordedReport report) {
        return new Baseline(report.migrations().stream()
                .flatMap(migration -> migration.findings().stream()
                        .filter(f -> f.baselined() || !f.severity().equals("note"))
                        .filter(f -> Rules.baselines(f.rule()))
                        .map(f -> new Entry(
                                f.rule(), Objects.requireNonNullElse(f.file(), migration.script()), f.fingerprint())))
                .toList());
    }

    /**
     * Writes a baseline, in the place of the old one.
     *
     * @param file where
     * @param baseline what to accept
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Baseline baseline) throws IOException {
        StringBuilder text = new StringBuilder(HEAD).append("accepted:");
        if (baseline.entries().isEmpty()) {
            text.append(" []");
        }
        text.append('\n');
        for (Entry entry : baseline.entries()) {
            text.append("  - rule: ").append(quoted(entry.rule())).append('\n');
            text.append("    script: ").append(quoted(entry.script())).append('\n');
            text.append("    fingerprint: ").append(quoted(entry.fingerprint())).append('\n');
        }
        Files.writeString(file, text);
    }

    /** A string of JSON is one of YAML, whatever stands in it; a plain name needs no quotes. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z][\\w.-]*") ? text : JSON.writeValueAsString(text);
    }

    private static Entry entry(Item item, Path file) {
        if (item.rule() == null || item.script() == null || item.fingerprint() == null) {
            throw new InvalidSettingException(
                    file + ": each entry needs rule, script and fingerprint. Write it anew: mvn rehearsal:baseline.");
        }
        if (!Rules.baselines(item.rule())) {
            throw new InvalidSettingException(file + ": '" + item.rule() + "' in " + item.script()
                    + " cannot be accepted by a baseline. Remove the entry, and what it speaks of.");
        }
        return new Entry(item.rule(), item.script(), item.fingerprint());
    }
}
