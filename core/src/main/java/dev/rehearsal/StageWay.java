package dev.rehearsal;

import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.Assumed;
import dev.rehearsal.result.Finding;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.scenario.StagePool;
import dev.rehearsal.scenario.UnfilledStages;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way between the migrations that are rehearsed: what lies between them is applied, and each stage is filled. */
final class StageWay {
    private final RehearsalOptions options;
    private final StagePool pool;
    private final Progress progress;
    private final Consumer<Finding> findings;
    private final Fillings fillings;
    private final KnownNames names;

    StageWay(RehearsalOptions options, StagePool pool, Progress progress, Consumer<Finding> findings) {
        this.options = options;
        this.pool = pool;
        this.progress = progress;
        this.findings = findings;
        this.fillings = new Fillings(options.runner().history());
        this.names = new KnownNames(options.volume(), options.judge().budgets());
    }

    /** {@return a stage at a version that is not rehearsed itself, filled; null if it cannot be reached} */
    @Nullable
    Stage advance(Stage stage, @Nullable Migration target) throws SQLException {
        progress.report("Applying the migrations up to " + (target == null ? "the newest" : target.version()));
        RunFailure failure = target == null
                ? options.runner().head(stage.migrating())
                : options.runner().up(stage.migrating(), target, RunEvents.NONE);
        if (failure == null) {
            fill(stage, null);
            return stage;
        }
        Stage reached = target == null ? null : unfilled().at(target);
        if (reached == null) {
            findings.accept(NotRehearsed.notReached(failure));
            return null;
        }
        stage.close();
        fill(reached, null);
        return reached;
    }

    /** {@return what makes stages that nobody fills} */
    UnfilledStages unfilled() {
        return new UnfilledStages(pool, options.runner(), options.statementTimeout());
    }

    /** Fills a stage, unless a scenario has. */
    void fill(Stage stage, @Nullable Filling filled) throws SQLException {
        names.note(stage);
        Filling filling = filled != null ? filled : stage.fill(options.volume(), progress);
        fillings.findings(filling).forEach(findings);
    }

    /** {@return what became of what the scripts assume} */
    List<Assumed> assumed() {
        return fillings.assumed();
    }

    /** {@return what no table was found for, of what these migrations assume} */
    List<Finding> notMet(List<Migration> migrations) {
        return fillings.notMet(migrations);
    }

    /** {@return the names in the settings that no stage knew} */
    List<Finding> unknownNames(boolean all) {
        return names.unknown(options.runner().history(), all);
    }
}
