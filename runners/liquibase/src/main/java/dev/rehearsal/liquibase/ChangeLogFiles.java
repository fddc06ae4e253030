package dev.rehearsal.liquibase;

import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.spi.RunnerProject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import liquibase.changelog.ChangeSet;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/** The files that Liquibase reads: a project's own before those of its class path, since the latter are copies. */
final class ChangeLogFiles {
    private final ResourceAccessor accessor;

    ChangeLogFiles(RunnerProject project, LiquibaseSettings settings) {
        CompositeResourceAccessor all = new CompositeResourceAccessor();
        for (Path root : ChangeLogPlace.roots(project, settings)) {
            try {
                all.addResourceAccessor(new DirectoryResourceAccessor(root));
            } catch (FileNotFoundException e) {
                throw new MigrationSourceException("Cannot read the folder " + root + ": " + e, e);
            }
        }
        this.accessor = all.addResourceAccessor(new ClassLoaderResourceAccessor(project.classes()));
    }

    ResourceAccessor accessor() {
        return accessor;
    }

    /**
     * A file.
     *
     * @param name as Liquibase is told it
     * @param path where it is; null inside a jar
     * @param text what it holds
     */
    record Source(String name, @Nullable Path path, String text) {
        /** {@return its name alone} */
        String shortName() {
            return name.substring(name.lastIndexOf('/') + 1);
        }
    }

    /** {@return the name of the file in which a change set stands} */
    static String nameOf(ChangeSet set) {
        return set.getChangeLog() == null
                ? set.getFilePath()
                : set.getChangeLog().getPhysicalFilePath();
    }

    Source read(String name) {
        try {
            Resource resource = first(name);
            if (resource == null) {
                return new Source(name, null, "");
            }
            try (InputStream bytes = resource.openInputStream()) {
                String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
                return new Source(name, path(resource), text);
            }
        } catch (IOException e) {
            throw new MigrationSourceException("Cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    /** {@return where a file is; null if it is not in a folder} */
    @Nullable
    Path path(String name) {
        try {
            Resource resource = first(name);
            return resource == null ? null : path(resource);
        } catch (IOException e) {
            return null;
        }
    }

    private @Nullable Resource first(String name) throws IOException {
        List<Resource> all = accessor.getAll(name);
        return all == null || all.isEmpty() ? null : all.get(0);
    }

    private static @Nullable Path path(Resource resource) {
        return "file".equals(resource.getUri().getScheme()) ? Path.of(resource.getUri()) : null;
    }
}
