package dev.rehearsal.lint;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All guesses there are. */
final class Guesses {
    /** Ends every guess. */
    static final String CAVEAT = " This is a guess from the text, which the rehearsal proves or clears.";

    private final List<Guess> all;

    private Guesses(List<Guess> all) {
        this.all = all;
    }

    /** {@return the guesses at one script of a history}
     *
     * @param history all its scripts
     */
    static Guesses of(List<LintText> history) {
        Set<String> validated = history.stream()
                .filter(text -> !text.undoes())
                .flatMap(text -> text.actions().stream())
                .flatMap(action -> UnvalidatedConstraint.validates(action).stream())
                .collect(Collectors.toSet());
        return new Guesses(List.of(
                new BlockingIndex(),
                new InlineUnique(),
                new InlineValidation(),
                new NotNullScan(),
                new TypeChange(),
                new VolatileDefault(),
                new Rewriting(),
                new LosingDrop(),
                new BreakingRename(),
                new RequiredColumn(),
                new BackfillWithDdl(),
                new UnvalidatedConstraint(validated),
                new ValidationUnderLock(),
                BlockingIndexChange.drop(),
                BlockingIndexChange.rebuild(),
                new SecondTable(),
                new LongAfterAlterTable(),
                new UnindexedForeignKey(indexes(history)),
                TwinIndex.of(history)));
    }

    private static List<IndexColumns> indexes(List<LintText> history) {
        return history.stream()
                .filter(text -> !text.undoes())
                .flatMap(text -> text.actions().stream())
                .flatMap(IndexColumns::of)
                .toList();
    }

    List<Finding> at(LintText script) {
        List<Finding> findings = new ArrayList<>();
        for (LintText.Action action : script.actions()) {
            for (Guess guess : all) {
                if (guess.ofUndoToo() || !script.undoes()) {
                    guess.guess(action, script)
                            .ifPresent(said -> findings.add(new Finding(
                                    guess.rule(),
                                    Severity.WARNING,
                                    said + CAVEAT,
                                    guess.remedy(),
                                    script.name(),
                                    action.line())));
                }
            }
        }
        return findings;
    }
}
