package dev.rehearsal.spi;

import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.spi.Detection.Certainty;
import dev.rehearsal.text.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses the runner of a project: the one that is asked for, the only one there is, or the one that finds something of
 * its own.
 */
final class RunnerChoice {
    /** Lets the project decide. */
    static final String AUTO = "auto";

    private final List<RunnerFactory> all;

    RunnerChoice(List<RunnerFactory> all) {
        this.all = all;
    }

    RunnerFactory of(String asked, RunnerProject project) {
        if (all.isEmpty()) {
            throw new InvalidSettingException("There is no runner of migrations on the class path. Add the dependency"
                    + " dev.rehearsal:rehearsal-flyway, or that of the runner that you use, in the version of the other"
                    + " modules of Rehearsal.");
        }
        if (!asked.equals(AUTO)) {
            return all.stream()
                    .filter(runner -> runner.id().equals(asked))
                    .findFirst()
                    .orElseThrow(() -> unknown(asked));
        }
        return all.size() == 1 ? all.get(0) : detected(project);
    }

    private RunnerFactory detected(RunnerProject project) {
        Map<RunnerFactory, Detection> found = new LinkedHashMap<>();
        all.forEach(runner -> found.put(runner, runner.detect(project)));
        return only(found, Certainty.ASKED)
                .or(() -> only(found, Certainty.OWN))
                .or(() -> only(found, Certainty.PERHAPS))
                .orElseThrow(() -> nothing(found));
    }

    private static Optional<RunnerFactory> only(Map<RunnerFactory, Detection> found, Certainty certainty) {
        List<RunnerFactory> fit = found.keySet().stream()
                .filter(runner -> certainty == certainty(found, runner))
                .toList();
        if (fit.size() > 1) {
            throw new InvalidSettingException("More than one runner finds migrations here:\n" + list(found, fit)
                    + "\nSay which one this rehearsal is for: rehearsal.runner="
                    + fit.get(0).id() + " or "
                    + fit.stream().skip(1).map(RunnerFactory::id).collect(Collectors.joining(" or "))
                    + ". Two histories in one project are two executions of the goal.");
        }
        return fit.stream().findFirst();
    }

    private static Certainty certainty(Map<RunnerFactory, Detection> found, RunnerFactory runner) {
        Detection detection = found.get(runner);
        return detection == null ? Certainty.NONE : detection.certainty();
    }

    private MigrationSourceException nothing(Map<RunnerFactory, Detection> found) {
        return new MigrationSourceException("There are no migrations: no runner finds any. Looked for was:\n"
                + list(found, all)
                + "\nSay where they are by rehearsal.locations (or <locations>), and by rehearsal.runner whose they are: "
                + all.stream().map(RunnerFactory::id).collect(Collectors.joining(", ")) + ".");
    }

    private static String list(Map<RunnerFactory, Detection> found, List<RunnerFactory> some) {
        return some.stream()
                .map(runner -> {
                    Detection detection = found.get(runner);
                    return "  " + runner.id() + ": " + (detection == null ? "" : detection.what());
                })
                .collect(Collectors.joining("\n"));
    }

    private InvalidSettingException unknown(String asked) {
        List<String> known = all.stream().map(RunnerFactory::id).toList();
        return new InvalidSettingException("rehearsal.runner=" + asked + ": there is no such runner on the class path. "
                + NearestName.hint(asked, known) + " A runner of its own module needs the dependency"
                + " dev.rehearsal:rehearsal-" + asked + ", in the version of the other modules of Rehearsal.");
    }
}
