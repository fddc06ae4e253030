package dev.rehearsal.plan;

import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.recorded.UnreadableReportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the plan and the rollback plan. The same report, scripts and templates give the same bytes. Immutable. */
public final class PlanDocuments {
    /** The plan. */
    public static final String PLAN = "plan.md";

    /** The rollback plan. */
    public static final String ROLLBACK = "rollback-plan.md";

    /** Both on one page. */
    public static final String PAGE = "plan.html";

    private final PlanQueries queries;
    private final @Nullable Path templates;

    /**
     * Makes the writer.
     *
     * @param queries the questions in the words of the database
     * @param templates a directory with the project's own templates; null for none
     */
    public PlanDocuments(PlanQueries queries, @Nullable Path templates) {
        this.queries = queries;
        this.templates = templates;
    }

    /**
     * {@return what a rehearsal says of the migrations that it rehearsed}
     *
     * @param directory where {@code report.json} is
     * @param history the project's scripts as they are now
     * @param historyTable the runner's table, as SQL writes it
     * @throws UnreadableReportException if there is no report, or it cannot be read
     * @throws PlanException if it is not of these scripts
     */
    public PlanContent plan(Path directory, MigrationHistory history, String historyTable) {
        PlanSource source = PlanSource.read(directory.resolve(RecordedReport.FILE), history);
        return new PlanMaker(source, queries, historyTable).make();
    }

    /**
     * {@return each document's text, by its file name}
     *
     * @param plan what they say
     * @throws PlanException if a template cannot be used
     */
    public Map<String, String> render(PlanContent plan) {
        Templates all = new Templates(templates);
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put(PLAN, all.render(PLAN, plan));
        documents.put(ROLLBACK, all.render(ROLLBACK, plan));
        String title = "Migration plan: " + plan.summary().title();
        documents.put(PAGE, HtmlPage.of(title, all.render(PLAN, plan), all.render(ROLLBACK, plan)));
        return documents;
    }

    /**
     * Writes the documents.
     *
     * @param directory where to
     * @param plan what they say
     * @throws IOException if a file cannot be written
     */
    public void write(Path directory, PlanContent plan) throws IOException {
        Map<String, String> documents = render(plan);
        Files.createDirectories(directory);
        for (Map.Entry<String, String> document : documents.entrySet()) {
            Path part = Files.createTempFile(directory, "." + document.getKey(), ".part");
            try {
                Files.write(part, document.getValue().getBytes(StandardCharsets.UTF_8));
                Files.move(part, directory.resolve(document.getKey()), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }
}
