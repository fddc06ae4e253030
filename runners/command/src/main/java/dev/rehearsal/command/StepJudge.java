package dev.rehearsal.command;

import dev.rehearsal.command.ToolRun.Order;
import dev.rehearsal.dialect.Wire.Gate;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has come of a command: whether it has done its step, and if not, why and what helps. */
final class StepJudge {
    private final Order order;
    private final ToolRun run;
    private final Heard heard;
    private final Script script;

    StepJudge(Order order, ToolRun run, Heard heard, Script script) {
        this.order = order;
        this.run = run;
        this.heard = heard;
        this.script = script;
    }

    /**
     * What the history says after a step.
     *
     * @param version whose step it was
     * @param up whether it went up
     * @param applied what is applied now
     * @param versions all there are
     * @param history who says so
     */
    record Standing(Version version, boolean up, List<String> applied, List<Version> versions, StepHistory history) {}

    /** {@return why the run as such was no good; null if it was} */
    @Nullable
    RunFailure failure() {
        if (!run.ended()) {
            return failure("did not end within " + order.timeout().toSeconds()
                    + " s and was killed, with all that it had started. If it only needs longer, raise"
                    + " rehearsal.command.timeout; if it waits for somebody, tell it not to ask (--yes or the like)");
        }
        if (run.exit() != 0) {
            return exited();
        }
        if (!run.left().isEmpty()) {
            return failure("ended and left running what it had started: " + run.left()
                    + ". That was killed, since it could still change the database. Start the tool so that it runs in the"
                    + " foreground, and without a server of its own in the background");
        }
        RunFailure failed = heard.failure();
        boolean psql =
                KnownTool.of(order.command()).filter(KnownTool.PSQL::equals).isPresent();
        return failed != null && psql
                ? told(failed, "psql went on after this error and exited with 0. Let it stop: psql -v ON_ERROR_STOP=1")
                : null;
    }

    private RunFailure exited() {
        RunFailure failed = heard.anyFailure();
        if (failed != null) {
            return failed;
        }
        return run.output().asksForPassword()
                ? failure("asked for a password, which nobody answers here, and ended with exit code " + run.exit()
                        + ". The password is in its environment, as PGPASSWORD and in DATABASE_URL: let the tool's"
                        + " configuration read it there, or name it as the tool wants it by"
                        + " rehearsal.command.environment=DB_PASSWORD={password}")
                : failure("ended with exit code " + run.exit());
    }

    /** {@return why it has not done its step although it ended well; null if it has} */
    @Nullable
    RunFailure done(Standing standing, Gate gate) {
        String key = standing.version.key();
        if (!gate.used()) {
            return failure(
                    "exited with 0 and did nothing: it has not connected to the rehearsal's database. Where that is,"
                            + " it finds in its environment: DATABASE_URL, JDBC_URL, PGHOST and the like. Let its configuration"
                            + " read them, or name them as it wants them by"
                            + " rehearsal.command.environment=DB_HOST={host},DB_PORT={port},DB_NAME={database}");
        }
        if (standing.applied.contains(key) != standing.up) {
            return failure("exited with 0 and did nothing: " + standing.history.called()
                    + (standing.up ? " does not name " : " still names ") + key
                    + ". Write the command so that it goes exactly this one step. If the tool keeps its history"
                    + " elsewhere, set rehearsal.command.table to its name, or to none if it has none");
        }
        int at = standing.versions.indexOf(standing.version);
        List<String> beyond = standing.versions.subList(at + 1, standing.versions.size()).stream()
                .map(Version::key)
                .filter(standing.applied::contains)
                .toList();
        if (!beyond.isEmpty() && standing.up) {
            return failure(
                    "went further than version " + key + ": " + String.join(", ", beyond)
                            + (beyond.size() == 1 ? " is" : " are")
                            + " applied as well. Let it go one step, by {version} or"
                            + " {name}; or, if the tool knows no single steps, give it the folder {dir}, which ends at the version");
        }
        return !standing.history.ofTool() && heard.told() == 0 && !script.text().isBlank() && standing.up
                ? failure("exited with 0 and did nothing: it has sent no statement of " + script.name())
                : null;
    }

    private RunFailure failure(String what) {
        String said = run.output().tail();
        return new RunFailure(
                "The command `" + order.shown() + "` (rehearsal." + order.setting() + ") " + what + ".",
                null,
                said.isEmpty() ? "It printed nothing." : "It printed:\n" + said,
                script.name(),
                0,
                null);
    }

    private static RunFailure told(RunFailure failed, String more) {
        return new RunFailure(
                failed.message() + " (" + more + ")",
                failed.sqlState(),
                failed.detail(),
                failed.script(),
                failed.line(),
                failed.sql());
    }
}
