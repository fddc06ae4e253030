package dev.rehearsal.maven;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** The project's own classes, for migrations and callbacks that are written in Java. */
final class ProjectClasses {
    private ProjectClasses() {}

    /** Its parent is the plugin's loader, so that the project's migrations see the Flyway that runs them. */
    static URLClassLoader of(MavenProject project) throws MojoExecutionException {
        try {
            List<URL> urls = new ArrayList<>();
            for (String element : project.getTestClasspathElements()) {
                urls.add(Path.of(element).toUri().toURL());
            }
            return new URLClassLoader(urls.toArray(URL[]::new), ProjectClasses.class.getClassLoader());
        } catch (DependencyResolutionRequiredException | MalformedURLException e) {
            throw new MojoExecutionException("The project's classpath cannot be read: " + e.getMessage(), e);
        }
    }
}
