package dev.rehearsal;

import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.plan.PlanContent;
import dev.rehearsal.plan.PlanDocuments;
import dev.rehearsal.plan.PlanException;
import dev.rehearsal.recorded.UnreadableReportException;
import dev.rehearsal.settings.Key;
import java.io.IOException;
import java.nio.file.Path;

/** The plan of a project's migrations, from its last rehearsal. */
public final class RehearsalPlan {
    private final RehearsalProject project;

    /**
     * Makes it; nothing is read yet.
     *
     * @param project the project
     */
    public RehearsalPlan(RehearsalProject project) {
        this.project = project;
    }

    /**
     * Writes {@code plan.md}, {@code rollback-plan.md} and {@code plan.html} beside {@code report.json}.
     *
     * @param directory where the report is
     * @return what they say
     * @throws UnreadableReportException if there is no report, or it cannot be read
     * @throws PlanException if it is not of the scripts as they are
     * @throws IOException if a document cannot be written
     */
    public PlanContent write(Path directory) throws IOException {
        Path templates = project.settings()
                .text(Key.PLAN_TEMPLATES)
                .map(project.root()::resolve)
                .orElse(null);
        project.engine()
                .dialect(null)
                .capabilities()
                .without(Instrument.PLANNING)
                .ifPresent(reason -> {
                    throw new PlanException("No plan can be written: " + reason + ".");
                });
        PlanDocuments documents = new PlanDocuments(project.engine().planQueries(), templates);
        MigrationRunner runner = project.runner();
        String table = runner.ownTables().stream()
                .map(own -> project.engine().relation(own.schema(), own.name()).shown())
                .sorted()
                .findFirst()
                .orElse("");
        PlanContent plan = documents.plan(directory, runner.history(), table);
        documents.write(directory, plan);
        return plan;
    }
}
