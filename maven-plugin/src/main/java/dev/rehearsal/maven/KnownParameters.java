package dev.rehearsal.maven;

import dev.rehearsal.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Maven ignores a parameter that no goal has; we do not, because a budget that is misspelt guards nothing. */
final class KnownParameters {
    private static final String PREFIX = "rehearsal.";

    private KnownParameters() {}

    static void check(MojoExecution execution, MavenSession session) throws MojoExecutionException {
        Xpp3Dom written = execution.getPlugin().getConfiguration() instanceof Xpp3Dom dom ? dom : new Xpp3Dom("none");
        List<String> parameters = parameters(execution).map(Parameter::getName).toList();
        for (Xpp3Dom child : written.getChildren()) {
            if (!parameters.contains(child.getName())) {
                throw new MojoExecutionException("Unknown parameter <" + child.getName()
                        + "> in the configuration of rehearsal-maven-plugin. "
                        + NearestName.hint(child.getName(), parameters));
            }
        }
        List<String> properties = properties(execution);
        for (String name : session.getUserProperties().stringPropertyNames()) {
            if (name.startsWith(PREFIX) && !properties.contains(name)) {
                throw new MojoExecutionException(
                        "Unknown property -D" + name + ". " + NearestName.hint(name, properties));
            }
        }
    }

    /** All goals' parameters: one configuration serves several goals. */
    private static Stream<Parameter> parameters(MojoExecution execution) {
        return execution.getMojoDescriptor().getPluginDescriptor().getMojos().stream()
                .flatMap(mojo -> mojo.getParameters() == null ? Stream.empty() : mojo.getParameters().stream())
                .filter(Parameter::isEditable);
    }

    private static List<String> properties(MojoExecution execution) {
        List<String> names = new ArrayList<>(List.of(
                "rehearsal.budgets.lock",
                "rehearsal.budgets.stall",
                "rehearsal.budgets.duration",
                "rehearsal.budgets.size"));
        execution.getMojoDescriptor().getPluginDescriptor().getMojos().forEach(mojo -> {
            for (PlexusConfiguration child : mojo.getMojoConfiguration().getChildren()) {
                String expression = child.getValue("");
                if (expression.startsWith("${" + PREFIX)) {
                    names.add(expression.substring(2, expression.length() - 1));
                }
            }
        });
        return names;
    }
}
