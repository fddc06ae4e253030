package dev.rehearsal.lint;

import dev.rehearsal.migration.Directive;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.ScriptStatements;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Judge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at a history without running it; no database is needed. Immutable; safe for use by several threads. */
public final class Linter {
    private final Judge judge;
    private final Headers headers;

    /**
     * Makes a linter.
     *
     * @param judge weighs what is found as a rehearsal would
     * @param headers the comments that each migration's head must have: {@code Purpose}; none for none
     */
    public Linter(Judge judge, List<String> headers) {
        this.judge = judge;
        this.headers = new Headers(headers);
    }

    /**
     * {@return what can be told}
     *
     * @param sources what there is to look at
     * @param problems what is wrong with the history as a whole
     */
    public LintResult lint(LintSources sources, List<Finding> problems) {
        Map<Script, LintText> texts = texts(sources);
        Guesses guesses = Guesses.of(List.copyOf(texts.values()));
        List<Finding> findings = new ArrayList<>();
        for (Migration migration : sources.history().migrations()) {
            findings.addAll(judge.judgeFiles(migration, sources.hangs().get(migration)));
            Stream<Finding> guessed = Stream.concat(
                    guessed(migration.script(), texts, guesses), guessed(migration.undo(), texts, guesses));
            Stream<Finding> missing = headers.missing(migration.script()).stream();
            findings.addAll(judge.settle(Stream.concat(guessed, missing), Directive.of(migration)));
        }
        for (Script script : sources.history().repeatables()) {
            findings.addAll(judge.settle(guessed(script, texts, guesses), Directive.of(script)));
        }
        return new LintResult(problems, findings, List.copyOf(texts.keySet()));
    }

    private static Map<Script, LintText> texts(LintSources sources) {
        Map<Script, LintText> texts = new LinkedHashMap<>();
        for (Migration migration : sources.history().migrations()) {
            put(migration.script(), false, sources, texts);
            put(migration.undo(), true, sources, texts);
        }
        sources.history().repeatables().forEach(script -> put(script, false, sources, texts));
        return texts;
    }

    private static void put(@Nullable Script script, boolean undoes, LintSources sources, Map<Script, LintText> texts) {
        if (script != null) {
            ScriptStatements none = new ScriptStatements(script, true, List.of());
            texts.put(script, LintText.of(sources.statements().getOrDefault(script, none), undoes));
        }
    }

    private static Stream<Finding> guessed(@Nullable Script script, Map<Script, LintText> texts, Guesses guesses) {
        LintText text = script == null ? null : texts.get(script);
        if (script == null || text == null) {
            return Stream.empty();
        }
        return text.actions().isEmpty() ? unseen(script) : guesses.at(text).stream();
    }

    /** Nothing can be guessed of Java, nor of what Flyway cannot cut; a script of comments alone does nothing. */
    private static Stream<Finding> unseen(Script script) {
        boolean java = script.text().isEmpty();
        if (!java && StatementWords.of(script.text()).isEmpty()) {
            return Stream.empty();
        }
        String why = java ? " is not written in SQL." : " cannot be cut into statements by its runner's parser.";
        return Stream.of(new Finding(
                "not-measured",
                Severity.NOTE,
                "Nothing can be told without a run: " + script.name() + why,
                "Rehearse it: mvn rehearsal:verify.",
                script.name(),
                0));
    }
}
