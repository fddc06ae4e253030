package dev.rehearsal.liquibase;

import dev.rehearsal.liquibase.FileText.Span;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML, and JSON, which is YAML: by the marks of its nodes. */
final class YamlRegions {
    private static final int LARGEST = 100_000_000;

    private final FileText file;

    private YamlRegions(FileText file) {
        this.file = file;
    }

    static List<Region> of(FileText file) {
        List<Region> regions = new ArrayList<>();
        try {
            Node root = new Yaml(options()).compose(new StringReader(file.text()));
            YamlRegions reader = new YamlRegions(file);
            for (Node item : items(value(root, "databaseChangeLog"))) {
                Node set = value(item, "changeSet");
                if (set != null) {
                    regions.add(reader.region(item, set));
                }
            }
        } catch (YAMLException e) {
            return regions; // what is not well written, Liquibase's own parser says
        }
        return regions;
    }

    static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        return options;
    }

    private Region region(Node item, Node set) {
        Span whole = span(item.getStartMark(), item.getEndMark());
        List<Integer> changes = new ArrayList<>();
        items(value(set, "changes"))
                .forEach(change -> changes.add(change.getStartMark().getLine() + 1));
        List<Span> back = new ArrayList<>();
        if (set instanceof MappingNode mapping) {
            mapping.getValue().stream()
                    .filter(tuple -> text(tuple.getKeyNode()).equals("rollback"))
                    .forEach(tuple -> back.add(span(
                            tuple.getKeyNode().getStartMark(),
                            tuple.getValueNode().getEndMark())));
        }
        Region.Part written = back.isEmpty() ? null : part(back.get(0), List.of());
        return new Region(text(value(set, "id")), text(value(set, "author")), part(whole, back), changes, written);
    }

    private Region.Part part(Span span, List<Span> holes) {
        return new Region.Part(file.line(span.from()), file.without(span, holes));
    }

    /** A node ends where the next begins: blank lines and comments between them are the next one's. */
    private Span span(Mark start, Mark end) {
        int from = file.offset(start.getLine() + 1, start.getColumn() + 1);
        int to = file.offset(end.getLine() + 1, end.getColumn() + 1);
        while (true) {
            to = from + file.text().substring(from, to).stripTrailing().length();
            int line = file.text().lastIndexOf('\n', to - 1) + 1;
            String last = line > from ? file.text().substring(line, to) : "";
            int indent = last.length() - last.stripLeading().length();
            if (!last.strip().startsWith("#") || indent > start.getColumn()) {
                return new Span(from, to);
            }
            to = line;
        }
    }

    private static @Nullable Node value(@Nullable Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (text(tuple.getKeyNode()).equals(key)) {
                    return tuple.getValueNode();
                }
            }
        }
        return null;
    }

    private static List<Node> items(@Nullable Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    private static String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
