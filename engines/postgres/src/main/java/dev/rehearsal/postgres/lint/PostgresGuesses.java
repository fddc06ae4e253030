package dev.rehearsal.postgres.lint;

import dev.rehearsal.lint.Guess;
import dev.rehearsal.lint.Guesses;
import dev.rehearsal.lint.LintedScript;
import dev.rehearsal.migration.Script;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All guesses at PostgreSQL's SQL. */
public final class PostgresGuesses implements Guesses {
    @Override
    public Map<Script, List<Guess>> at(List<LintedScript> history) {
        Map<Script, LintText> texts = new LinkedHashMap<>();
        history.forEach(linted -> texts.put(linted.script(), LintText.of(linted.statements(), linted.undoes())));
        List<GuessRule> rules = rules(List.copyOf(texts.values()));
        Map<Script, List<Guess>> guesses = new LinkedHashMap<>();
        texts.forEach((script, text) -> guesses.put(script, at(text, rules)));
        return guesses;
    }

    private static List<Guess> at(LintText script, List<GuessRule> rules) {
        return script.actions().stream()
                .flatMap(action -> rules.stream()
                        .filter(rule -> rule.ofUndoToo() || !script.undoes())
                        .flatMap(rule -> rule
                                .guess(action, script)
                                .map(said -> new Guess(rule.rule(), said, rule.remedy(), action.line()))
                                .stream()))
                .toList();
    }

    private static List<GuessRule> rules(List<LintText> history) {
        return List.of(
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
                new UnvalidatedConstraint(validated(history)),
                new ValidationUnderLock(),
                BlockingIndexChange.drop(),
                BlockingIndexChange.rebuild(),
                new SecondTable(),
                new LongAfterAlterTable(),
                new UnindexedForeignKey(indexes(history)),
                TwinIndex.of(history));
    }

    private static Set<String> validated(List<LintText> history) {
        return history.stream()
                .filter(text -> !text.undoes())
                .flatMap(text -> text.actions().stream())
                .flatMap(action -> UnvalidatedConstraint.validates(action).stream())
                .collect(Collectors.toSet());
    }

    private static List<IndexColumns> indexes(List<LintText> history) {
        return history.stream()
                .filter(text -> !text.undoes())
                .flatMap(text -> text.actions().stream())
                .flatMap(IndexColumns::of)
                .toList();
    }
}
