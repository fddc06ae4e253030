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

/**
 * What a project's build says to its runner: the configuration of that runner's own plugin, and properties by its prefix.
 *
 * @param prefix how all that is said to the runner begins
 * @param plugin the runner's own plugin
 * @param tellsVersion whether the runner is told which version that plugin has
 */
record RunnerConfiguration(String prefix, String plugin, boolean tellsVersion) {
    private static final List<RunnerConfiguration> ALL = List.of(
            new RunnerConfiguration("flyway.", "org.flywaydb:flyway-maven-plugin", false),
            new RunnerConfiguration("liquibase.", "org.liquibase:liquibase-maven-plugin", true));

    /** {@return what it says to all runners} */
    static Map<String, String> of(MavenProject project, MavenSession session) {
        Map<String, String> settings = new LinkedHashMap<>();
        ALL.forEach(runner -> runner.read(project, session, settings));
        return settings;
    }

    /** Later sources win, as in a runner's own plugin: its configuration, then properties of the project, then of the command. */
    private void read(MavenProject project, MavenSession session, Map<String, String> settings) {
        Plugin declared = project.getPlugin(plugin);
        if (declared != null && declared.getVersion() != null && tellsVersion) {
            settings.put(prefix + "pluginVersion", declared.getVersion());
        }
        if (declared != null && declared.getConfiguration() instanceof Xpp3Dom configuration) {
            for (Xpp3Dom child : configuration.getChildren()) {
                flatten(prefix + child.getName(), child, settings);
            }
        }
        copy(project.getProperties(), settings);
        copy(session.getSystemProperties(), settings);
        copy(session.getUserProperties(), settings);
    }

    private void copy(Properties from, Map<String, String> to) {
        from.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
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
            if (isProperty(child)) {
                settings.put(key + "." + text(child, "name"), text(child, "value"));
            } else {
                flatten(key + "." + child.getName(), child, settings);
            }
        }
    }

    /** Maven's way to write a {@link Properties}. */
    private static boolean isProperty(Xpp3Dom element) {
        return element.getName().equals("property") && element.getChild("name") != null;
    }

    private static String text(Xpp3Dom element, String child) {
        Xpp3Dom found = element.getChild(child);
        return found == null || found.getValue() == null ? "" : found.getValue().trim();
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
