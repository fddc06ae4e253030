package dev.rehearsal;

import dev.rehearsal.lint.LintResult;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.report.Reports;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.spi.ServerPrograms;
import dev.rehearsal.testing.SharedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A Flyway project in a folder, rehearsed as its settings say, on the server that all tests share. */
final class ConfiguredProject {
    private final Path root;
    private final Map<String, String> settings = new TreeMap<>(Map.of("rows", "20", "lockQueue.hold", "0s"));
    private final Map<String, String> build = new TreeMap<>();

    ConfiguredProject(Path root) {
        this.root = root;
    }

    ConfiguredProject script(String name, String text) {
        return file("src/main/resources/db/migration/" + name, text);
    }

    ConfiguredProject file(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConfiguredProject set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    ConfiguredProject flyway(String key, String value) {
        build.put("flyway." + key, value);
        return this;
    }

    RehearsalProject project() {
        ClassLoader classes = getClass().getClassLoader();
        return new RehearsalProject(
                root, Settings.of(settings, "the test"), build, classes, ServerPrograms.of(classes));
    }

    LintResult lint() {
        return Lint.of(project());
    }

    /** Rehearses it and writes the reports. */
    RehearsalReport rehearse() {
        RehearsalOptions all = project().options();
        RehearsalOptions shared = new RehearsalOptions(
                all.runner(),
                progress -> new SharedServer(),
                all.dialect(),
                all.selector(),
                all.volume(),
                all.judge(),
                all.statementTimeout(),
                all.lockQueueHold(),
                all.statements(),
                all.crash(),
                all.tests(),
                all.chosen());
        RehearsalReport report = new Rehearsal(shared, Progress.SILENT, Clock.systemUTC()).run();
        try {
            new Reports(Map.of(), root, null).writeAll(reports(), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return report;
    }

    Path reports() {
        return root.resolve("target/rehearsal");
    }

    /** {@return the text of a report, in whose page no name is broken} */
    String report(String name) {
        try {
            return Files.readString(reports().resolve(name)).replace("<wbr/>", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return all findings, each as severity, rule and file} */
    static List<String> findings(RehearsalReport report) {
        return java.util.stream.Stream.concat(
                        report.findings().stream(), report.migrations().stream().flatMap(m -> m.findings().stream()))
                .map(ConfiguredProject::words)
                .toList();
    }

    static String words(Finding finding) {
        return finding.severity() + " " + finding.rule() + " " + finding.file();
    }
}
