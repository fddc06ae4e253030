package dev.rehearsal.flyway;

import dev.rehearsal.flyway.ScannedFile.Kind;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** What is run in the place of Java migrations that need the application. */
final class StandIns {
    /** How the ids of the settings begin that name them. */
    static final String SETTING = "standIn.";

    private static final Pattern NOTHING = Pattern.compile("does nothing(?:\\s+[-–—:]+\\s*(.*))?", Pattern.DOTALL);

    private final Path base;
    private final Configuration forward;
    private final OfflineParsing parsing;
    private final Map<MigrationVersion, String> named = new TreeMap<>();

    StandIns(FlywayProject project, Configuration forward) {
        this.base = project.baseDirectory();
        this.forward = forward;
        this.parsing = OfflineParsing.of(project.support(), forward);
        project.rehearsal().forEach((id, text) -> {
            if (id.startsWith(SETTING)) {
                named.put(version(id), text.strip());
            }
        });
    }

    private static MigrationVersion version(String id) {
        try {
            return MigrationVersion.fromVersion(id.substring(SETTING.length()));
        } catch (FlywayException e) {
            throw new MigrationSourceException(
                    "rehearsal." + id
                            + " names no version: write standIn: { \"2.5\": … } in rehearsal.yaml for version 2.5.",
                    e);
        }
    }

    boolean has(@Nullable MigrationVersion version) {
        return version != null && named.containsKey(version);
    }

    /**
     * {@return the files with what stands for classes in their place}
     *
     * @param files as they were found
     * @param resources finds settings of scripts
     */
    List<ScannedFile> in(List<ScannedFile> files, ResourceProvider resources) {
        List<ScannedFile> all = new ArrayList<>(files);
        named.forEach((version, text) -> {
            ScannedFile found = files.stream()
                    .filter(file -> file.isOf(Kind.VERSIONED) && version.equals(file.version()))
                    .findFirst()
                    .orElse(null);
            if (found != null && found.type() == null) {
                throw new MigrationSourceException("rehearsal." + SETTING + version + ": version " + version + " is "
                        + found.script().name() + ", which is SQL and needs no stand-in. Remove the setting.");
            }
            all.remove(found);
            all.add(standIn(version, text, found, resources));
        });
        return all;
    }

    private ScannedFile standIn(
            MigrationVersion version, String setting, @Nullable ScannedFile stoodFor, ResourceProvider resources) {
        Matcher nothing = NOTHING.matcher(setting);
        boolean empty = nothing.matches();
        String reason = empty ? nothing.group(1) : "";
        if (empty && (reason == null || reason.isBlank())) {
            throw new MigrationSourceException("rehearsal." + SETTING + version + "=" + setting
                    + ": say why it can be left out: does nothing — <reason>.");
        }
        Path file = base.resolve(empty ? "rehearsal.yaml" : setting);
        String text = empty ? "-- does nothing: " + String.join(" ", reason.split("\\R")) + "\n" : read(version, file);
        String what = stoodFor == null ? "a class" : stoodFor.description();
        String description = what + (empty ? " (left out: " + reason.strip() + ")" : " (stand-in: " + setting + ")");
        String name = forward.getSqlMigrationPrefix()
                + version
                + forward.getSqlMigrationSeparator()
                + what.replace(' ', '_')
                + forward.getSqlMigrationSuffixes()[0];
        TextResource resource = new TextResource(new StandInResource(name, file.toString(), text), text);
        Script script = new Script(empty ? name : String.valueOf(file.getFileName()), empty ? null : file, text);
        ParsedScript parsed = ParsedScript.parse(resource, resources, parsing);
        return new ScannedFile(Kind.VERSIONED, version, description, script, resource, null, parsed);
    }

    private static String read(MigrationVersion version, Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MigrationSourceException(
                    "rehearsal." + SETTING + version + ": the stand-in " + file
                            + " cannot be read. Correct the name, or make the file.",
                    e);
        }
    }
}
