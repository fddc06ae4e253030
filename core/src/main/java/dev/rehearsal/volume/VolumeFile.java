package dev.rehearsal.volume;

import dev.rehearsal.volume.SeedScripts.SeedScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code volume.yaml}. An unknown key or a wrong value is an error with file, line and the nearest known key. */
public final class VolumeFile {
    private static final Pattern RATIO = Pattern.compile("([0-9_]+(?:\\.[0-9]+)?)\\s+per\\s+(\\S.*)");
    static final List<String> TOP = List.of("seed", "rows", "edges", "tables", "seed-sql", "production");
    static final List<String> TABLE = List.of("rows", "columns");
    static final List<String> SEED_SQL = List.of("before", "after");

    private final Path file;

    private VolumeFile(Path file) {
        this.file = file;
    }

    /**
     * {@return the profile that a file describes}
     *
     * @param file the volume file
     * @param defaults what holds for all that the file does not say
     * @throws VolumeException if it cannot be read or says something unknown
     */
    public static VolumeProfile read(Path file, VolumeProfile defaults) {
        return new VolumeFile(file).profile(defaults);
    }

    private VolumeProfile profile(VolumeProfile defaults) {
        Map<String, YamlNode> top = new YamlValues(file).mapping(document(), TOP, "key");
        YamlValues values = new YamlValues(file);
        Map<String, TableVolume> tables = new LinkedHashMap<>();
        YamlNode named = top.get("tables");
        if (named != null) {
            values.mapping(named).forEach((name, node) -> tables.put(name, table(values, node)));
        }
        Map<String, Long> production = new LinkedHashMap<>();
        YamlNode real = top.get("production");
        if (real != null) {
            values.mapping(real).forEach((name, node) -> {
                if (!node.isNull()) {
                    production.put(name, values.count(node));
                }
            });
        }
        YamlNode seed = top.get("seed");
        YamlNode rows = top.get("rows");
        YamlNode edges = top.get("edges");
        return new VolumeProfile(
                seed == null ? defaults.seed() : values.whole(seed),
                rows == null ? defaults.defaultRows() : values.count(rows),
                defaults.scale(),
                edges == null ? defaults.edges() : values.flag(edges),
                tables,
                scripts(values, top.get("seed-sql")),
                production);
    }

    private YamlNode document() {
        try (JsonParser parser = new YAMLMapper().createParser(Files.readString(file))) {
            if (parser.nextToken() == null) {
                return new YamlNode(1, null, Map.of(), null);
            }
            return YamlNode.read(parser);
        } catch (IOException e) {
            throw new VolumeException(
                    file + " cannot be read: " + e + ". Give the path of a UTF-8 file, or leave `volume` out.", e);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new VolumeException(file + ":" + line + ": this is no YAML: " + e.getOriginalMessage(), e);
        } catch (VolumeException e) {
            throw new VolumeException(file + ", " + e.getMessage(), e);
        }
    }

    /** A null says nothing: the table could not be profiled. */
    private TableVolume table(YamlValues values, YamlNode node) {
        if (node.isNull()) {
            return new TableVolume(null, Map.of());
        }
        if (node.entries() == null) {
            return new TableVolume(rowCount(values, node), Map.of());
        }
        Map<String, YamlNode> entries = values.mapping(node, TABLE, "key of a table");
        Map<String, ColumnVolume> columns = new LinkedHashMap<>();
        YamlNode named = entries.get("columns");
        if (named != null) {
            values.mapping(named).forEach((name, column) -> columns.put(name, ColumnReader.read(values, column)));
        }
        YamlNode rows = entries.get("rows");
        return new TableVolume(rows == null || rows.isNull() ? null : rowCount(values, rows), columns);
    }

    private static RowCount rowCount(YamlValues values, YamlNode node) {
        String text = values.text(node);
        if (text.equals("own")) {
            return RowCount.OWN;
        }
        Matcher ratio = RATIO.matcher(text);
        if (ratio.matches()) {
            return new RowCount(Double.parseDouble(ratio.group(1).replace("_", "")), ratio.group(2));
        }
        if (!text.matches("[0-9_]+")) {
            throw values.wrong(
                    node,
                    "a row count is a number such as 25000, a ratio such as `4 per users`, or `own`: the rows that"
                            + " migrations insert, and no others");
        }
        return new RowCount(values.whole(node), null);
    }

    private SeedScripts scripts(YamlValues values, @Nullable YamlNode node) {
        if (node == null) {
            return SeedScripts.NONE;
        }
        Map<String, YamlNode> entries = values.mapping(node, SEED_SQL, "key of seed-sql");
        return new SeedScripts(script(values, entries.get("before")), script(values, entries.get("after")));
    }

    private @Nullable SeedScript script(YamlValues values, @Nullable YamlNode node) {
        if (node == null) {
            return null;
        }
        Path path = file.resolveSibling(values.text(node));
        try {
            return new SeedScript(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new VolumeException(
                    file + ":" + node.line() + ": the script " + path + " cannot be read: " + e
                            + ". Its path is relative to the volume file.",
                    e);
        }
    }
}
