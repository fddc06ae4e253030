package dev.rehearsal.lint;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import dev.rehearsal.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** From what on a lint fails the build. Guesses fail none unless the project says so. */
public enum FailOn {
    NEVER,
    /** What is wrong with the history as a whole: nothing could run. */
    HISTORY,
    ERROR,
    WARNING,
    NOTE;

    /**
     * {@return what a project says, or {@link #HISTORY}}
     *
     * @param settings of the project
     * @throws InvalidSettingException if it is none of these
     */
    public static FailOn of(Settings settings) {
        String text = settings.text(Key.LINT_FAIL_ON).orElse(HISTORY.id());
        return Stream.of(values())
                .filter(one -> one.id().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        "rehearsal.lint.failOn=" + text + ": write history, error, warning, note or never."));
    }

    /** {@return the name in settings} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return what a build must fail for, a line each}
     *
     * @param result what was told
     */
    public List<String> failing(LintResult result) {
        Stream<Finding> ofHistory = this == NEVER ? Stream.empty() : result.ofHistory().stream();
        return Stream.concat(ofHistory, result.findings().stream().filter(this::fails))
                .map(LintResult::line)
                .toList();
    }

    private boolean fails(Finding finding) {
        return switch (this) {
            case NEVER, HISTORY -> false;
            case ERROR -> finding.severity() == Severity.ERROR;
            case WARNING -> finding.severity() != Severity.NOTE;
            case NOTE -> true;
        };
    }
}
