package dev.rehearsal.maven;

import dev.rehearsal.text.NearestName;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Maven ignores a parameter that no goal has; we do not, because a budget that is misspelt guards nothing. */
final class KnownParameters {
    private KnownParameters() {}

    static void check(MojoExecution execution, @Nullable Xpp3Dom written)
            throws MojoExecutionException {
        if (written == null) {
            return;
        }
        List<String> known = execution.getMojoDescriptor().getParameters().stream()
                .filter(Parameter::isEditable)
                .map(Parameter::getName)
                .toList();
        for (Xpp3Dom child : written.getChildren()) {
            if (!known.contains(child.getName())) {
                throw new MojoExecutionException("Unknown parameter <" + child.getName()
                        + "> in the configuration of rehearsal-maven-plugin. "
                        + NearestName.hint(child.getName(), known));
            }
        }
    }
}
