package dev.rehearsal.flyway;

import dev.rehearsal.migration.MigrationSourceException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What a pom.xml and its parents in the same repository say of Flyway, in any profile: the configuration of Flyway's
 * plugin, the properties {@code flyway.*}, and where this plugin is told that migrations are. Made to be held against what
 * they said before; a build is run by what Maven makes of them.
 */
final class PomSettings {
    private static final Set<String> OWN = Set.of("timeZone", "springProfiles", "beforehand", "databaseName");
    private static final int MOST_PARENTS = 20;
    private static final int DEEPEST = 5;
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> properties = new LinkedHashMap<>();

    private PomSettings() {}

    /**
     * {@return the settings, by key without {@code flyway.}}
     *
     * @param pom where it is, or was
     * @param texts gives each file's text; null if there is none
     * @throws MigrationSourceException if one cannot be read
     */
    static Map<String, String> of(Path pom, Function<Path, @Nullable String> texts) {
        PomSettings all = new PomSettings();
        Path next = pom;
        for (int i = 0; next != null && i < MOST_PARENTS; i++) {
            String text = texts.apply(next);
            next = text == null ? null : all.read(next, text);
        }
        Map<String, String> resolved = new LinkedHashMap<>();
        all.settings.forEach((key, value) -> resolved.put(key, all.resolved(value, DEEPEST)));
        return resolved;
    }

    /** {@return where its parent may be; null if it has none} */
    private @Nullable Path read(Path pom, String text) {
        Element project = parse(pom, text);
        for (Element properties : descendants(project, "properties")) {
            children(properties).forEach(child -> {
                this.properties.putIfAbsent(child.getTagName(), text(child));
                if (child.getTagName().startsWith("flyway.")) {
                    add(child.getTagName().substring("flyway.".length()), text(child));
                } else if (child.getTagName().startsWith("rehearsal.")) {
                    own(child.getTagName().substring("rehearsal.".length()), text(child));
                }
            });
        }
        for (Element plugin : descendants(project, "plugin")) {
            String name = child(plugin, "artifactId");
            descendants(plugin, "configuration").forEach(configuration -> configured(name, configuration));
        }
        return children(project).stream()
                .filter(child -> child.getTagName().equals("parent"))
                .findFirst()
                .map(parent -> parent(pom, child(parent, "relativePath")))
                .orElse(null);
    }

    private void configured(String plugin, Element configuration) {
        if (plugin.equals("flyway-maven-plugin")) {
            children(configuration).forEach(child -> flatten(child.getTagName(), child));
        } else if (plugin.equals("rehearsal-maven-plugin")) {
            children(configuration).forEach(child -> own(child.getTagName(), text(child)));
        }
    }

    /** Of this tool's own settings, those that say how the migrations run. */
    private void own(String key, String value) {
        if (key.equals("locations")) {
            add(key, value);
        } else if (OWN.contains(key)) {
            add("rehearsal." + key, value);
        }
    }

    private void flatten(String key, Element element) {
        List<Element> children = children(element);
        if (children.isEmpty() || !key.startsWith("placeholders")) {
            add(key, text(element));
        } else {
            children.forEach(child -> flatten(key + "." + child.getTagName(), child));
        }
    }

    /** Several of one key, as in profiles, are told apart by nobody but Maven: all of them count. */
    private void add(String key, String value) {
        settings.merge(key, value, (one, other) -> one + "\n" + other);
    }

    private String resolved(String value, int deep) {
        Matcher reference = REFERENCE.matcher(value);
        return deep == 0
                ? value
                : reference.replaceAll(found -> {
                    String property = properties.get(found.group(1));
                    return Matcher.quoteReplacement(property == null ? found.group() : resolved(property, deep - 1));
                });
    }

    private static @Nullable Path parent(Path pom, String relative) {
        Path folder = pom.getParent();
        if (folder == null) {
            return null;
        }
        Path path = folder.resolve(relative.isEmpty() ? "../pom.xml" : relative).normalize();
        return path.toString().endsWith(".xml") ? path : path.resolve("pom.xml");
    }

    private static Element parse(Path pom, String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new MigrationSourceException("Cannot read " + pom + ": " + e.getMessage(), e);
        }
    }

    private static String child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .map(PomSettings::text)
                .orElse("");
    }

    private static String text(Element element) {
        List<Element> children = children(element);
        return children.isEmpty()
                ? element.getTextContent().strip()
                : String.join(",", children.stream().map(PomSettings::text).toList());
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static List<Element> descendants(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
