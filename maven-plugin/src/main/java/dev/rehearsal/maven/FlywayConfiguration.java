package dev.rehearsal.maven;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What a project's build says of Flyway: the configuration of flyway-maven-plugin and the {@code flyway.*} properties. */
final class FlywayConfiguration {
    private static final String PREFIX = "flyway.";
    private static final String PLUGIN = "org.flywaydb:flyway-maven-plugin";

    private FlywayConfiguration() {}

    /** Later sources win, as in Flyway's own plugin: its configuration, then properties of the project, then of the command. */
    static Map<String, String> of(MavenProject project, MavenSession session) {
        Map<String, String> settings = new LinkedHashMap<>();
        Plugin plugin = project.getPlugin(PLUGIN);
        if (plugin != null && plugin.getConfiguration() instanceof Xpp3Dom configuration) {
            for (Xpp3Dom child : configuration.getChildren()) {
                flatten(PREFIX + child.getName(), child, settings);
            }
        }
        copy(project.getProperties(), settings);
        copy(session.getSystemProperties(), settings);
        copy(session.getUserProperties(), settings);
        return settings;
    }

    private static void copy(Properties from, Map<String, String> to) {
        from.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> to.put(name, from.getProperty(name)));
    }

    /** A list element such as {@code <locations><location>…} becomes one value with commas; any other child a dotted key. */
    private static void flatten(String key, Xpp3Dom element, Map<String, String> settings) {
        if (element.getChildCount() == 0) {
            if (element.getValue() != null) {
                settings.put(key, element.getValue().trim());
            }
            return;
        }
        if (isList(element)) {
            List<String> items = new ArrayList<>();
            for (Xpp3Dom child : element.getChildren()) {
                items.add(child.getValue().trim());
            }
            settings.put(key, String.join(",", items));
            return;
        }
        for (Xpp3Dom child : element.getChildren()) {
            flatten(key + "." + child.getName(), child, settings);
        }
    }

    private static boolean isList(Xpp3Dom element) {
        if (element.getName().equals("placeholders")) {
            return false;
        }
        String first = element.getChild(0).getName();
        for (Xpp3Dom child : element.getChildren()) {
            if (!child.getName().equals(first) || child.getChildCount() > 0) {
                return false;
            }
        }
        return element.getName().startsWith(first);
    }
}
