package dev.rehearsal.flyway;

import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.util.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * Shows Flyway some of a project's scripts.
 *
 * @param scripts those that it sees
 * @param all finds what belongs to a script by its name: its {@code .conf} file
 */
record VisibleResources(List<LoadableResource> scripts, ResourceProvider all) implements ResourceProvider {
    VisibleResources {
        scripts = List.copyOf(scripts);
    }

    @Override
    @SuppressWarnings("NullAway") // Flyway's interface is not annotated: null stands for "there is none"
    public @Nullable LoadableResource getResource(String name) {
        return all.getResource(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
                .filter(script -> StringUtils.startsAndEndsWith(script.getFilename(), prefix, suffixes))
                .toList();
    }
}
