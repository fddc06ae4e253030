package dev.rehearsal.fuzz;

import dev.rehearsal.data.Loss;
import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.rule.TestRules;
import dev.rehearsal.scenario.Outcome;
import dev.rehearsal.scenario.Roundtrip;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.scenario.TestStages;
import dev.rehearsal.schema.SchemaDifference;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the roundtrip says of a bundle.
 *
 * @param result all of it
 * @param told what it found different after the undo
 */
record Rehearsed(MigrationResult result, Set<String> told) {
    /** So wide that the machine's load decides nothing. */
    private static final Budgets BUDGETS = new Budgets(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

    static Rehearsed of(Bundle bundle, Path folder) throws IOException, SQLException {
        Path scripts = Files.createDirectories(folder.resolve("db"));
        Files.writeString(scripts.resolve("V1__base.sql"), bundle.setup());
        Files.writeString(scripts.resolve("V2__pairs.sql"), bundle.up());
        Files.writeString(scripts.resolve("U2__bundle.sql"), bundle.down());
        FlywayRunner runner = FlywayRunner.of(FlywayProject.at(folder)
                .withSettings(Map.of("placeholderReplacement", "false"))
                .withLocations("filesystem:db"));
        List<Migration> migrations = runner.history().migrations();
        Stage stage = TestStages.empty(runner);
        RunFailure failure = runner.up(stage.dataSource(), migrations.get(0), RunEvents.NONE);
        if (failure != null) {
            stage.close();
            throw new IllegalStateException("The base cannot be made: " + failure);
        }
        Outcome outcome = new Roundtrip(runner, Duration.ofMinutes(5), VolumeProfile.uniform(1, 0), List.of())
                .rehearse(migrations.get(1), stage);
        outcome.complete();
        if (outcome.stage() != null) {
            outcome.stage().close();
        }
        return new Rehearsed(new Judge(TestRules.POSTGRES, BUDGETS).judge(outcome.facts()), told(outcome.facts()));
    }

    private static Set<String> told(MigrationFacts facts) {
        Set<String> told = new TreeSet<>();
        facts.phases().stream()
                .filter(phase -> phase.failure() != null && !phase.phase().id().startsWith("up-"))
                .map(PhaseResult::toString)
                .forEach(told::add);
        if (facts.schemaAfterDown() != null && facts.dataAfterDown() != null) {
            facts.schemaAfterDown().differences().forEach(difference -> told.add(told(difference)));
            facts.dataAfterDown().losses().forEach(loss -> told.add(told(loss)));
        }
        return told;
    }

    private static String told(SchemaDifference difference) {
        String sign = switch (difference.change()) {
            case EXTRA -> "+";
            case MISSING -> "-";
            case ALTERED -> difference.cosmetic() ? "~" : "*";
        };
        return sign + difference.object();
    }

    private static String told(Loss loss) {
        String column = loss.column() == null ? "" : "." + SqlNames.display(Objects.requireNonNull(loss.column()));
        return "!" + loss.relation() + column + " " + loss.kind() + " " + loss.rows();
    }
}
