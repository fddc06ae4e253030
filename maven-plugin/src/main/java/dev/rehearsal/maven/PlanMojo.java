package dev.rehearsal.maven;

import dev.rehearsal.RehearsalPlan;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.plan.PlanContent;
import dev.rehearsal.plan.PlanDocuments;
import dev.rehearsal.plan.PlanException;
import dev.rehearsal.recorded.UnreadableReportException;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Writes the migration plan and the rollback plan from the last rehearsal: {@code plan.md}, {@code rollback-plan.md} and
 * both as {@code plan.html}. Needs no database; the figures are those of {@code report.json}.
 */
@Mojo(
        name = "plan",
        defaultPhase = LifecyclePhase.NONE,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.TEST)
public final class PlanMojo extends AbstractRehearsalMojo {
    /** Where the report is, and where the plans go. */
    @Parameter(property = "rehearsal.outputDirectory", defaultValue = "${project.build.directory}/rehearsal")
    private File outputDirectory;

    /** A directory with the project's own templates of the plans. */
    @Parameter(property = "rehearsal.plan.templates")
    private @Nullable String planTemplates;

    private final RepositorySystem repositories;

    /**
     * Made by Maven.
     *
     * @param repositories fetches the server's binaries
     */
    @Inject
    public PlanMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    Map<Key, String> own() {
        return new GoalSettings().and(Key.PLAN_TEMPLATES, planTemplates).texts();
    }

    @Override
    void act() throws MojoExecutionException {
        try (URLClassLoader classes = ProjectClasses.of(project())) {
            RehearsalProject planned = rehearsed(classes, new MavenArtifacts(repositories, session(), project()));
            tell(new RehearsalPlan(planned).write(outputDirectory.toPath()));
        } catch (PlanException | UnreadableReportException | InvalidSettingException | MigrationSourceException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("The plans cannot be written: " + e.getMessage(), e);
        }
    }

    private void tell(PlanContent plan) {
        if (!plan.summary().warning().isEmpty()) {
            getLog().warn(Plain.entry(plan.summary().warning()));
        }
        plan.steps().stream()
                .filter(step -> !step.missing().isEmpty())
                .forEach(step -> getLog().warn(Plain.entry(
                        step.script().text() + " lacks in its header: " + String.join(", ", step.missing()))));
        getLog().info("Planned " + plan.summary().count() + ": " + new File(outputDirectory, PlanDocuments.PLAN) + ", "
                + PlanDocuments.ROLLBACK + ", " + PlanDocuments.PAGE);
    }
}
