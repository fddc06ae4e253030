package dev.rehearsal.lint;

import dev.rehearsal.migration.Directive;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.ScriptStatements;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.text.Lexer;
import dev.rehearsal.text.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at a history without running it; no database is needed. Immutable; safe for use by several threads. */
public final class Linter {
    /** Ends every guess. */
    private static final String CAVEAT = " This is a guess from the text, which the rehearsal proves or clears.";

    private final Judge judge;
    private final Guesses guesses;
    private final Lexer lexer;
    private final Headers headers;

    /**
     * Makes a linter.
     *
     * @param judge weighs what is found as a rehearsal would
     * @param guesses of the engine whose SQL it is
     * @param lexer of that engine
     * @param headers the comments that each migration's head must have: {@code Purpose}; none for none
     */
    public Linter(Judge judge, Guesses guesses, Lexer lexer, List<String> headers) {
        this.judge = judge;
        this.guesses = guesses;
        this.lexer = lexer;
        this.headers = new Headers(headers);
    }

    /**
     * {@return what can be told}
     *
     * @param sources what there is to look at
     * @param problems what is wrong with the history as a whole
     */
    public LintResult lint(LintSources sources, List<Finding> problems) {
        Map<Script, LintedScript> scripts = scripts(sources);
        Map<Script, List<Guess>> guessed = guesses.at(List.copyOf(scripts.values()));
        List<Finding> findings = new ArrayList<>();
        for (Migration migration : sources.history().migrations()) {
            findings.addAll(judge.judgeFiles(migration, sources.hangs().get(migration)));
            Stream<Finding> told = Stream.of(migration.script(), migration.undo())
                    .map(scripts::get)
                    .flatMap(script -> told(script, guessed));
            Stream<Finding> missing = headers.missing(migration.script()).stream();
            findings.addAll(judge.settle(Stream.concat(told, missing), Directive.of(migration)));
        }
        for (Script script : sources.history().repeatables()) {
            findings.addAll(judge.settle(told(scripts.get(script), guessed), Directive.of(script)));
        }
        return new LintResult(problems, findings, List.copyOf(scripts.keySet()));
    }

    private static Map<Script, LintedScript> scripts(LintSources sources) {
        Map<Script, LintedScript> scripts = new LinkedHashMap<>();
        for (Migration migration : sources.history().migrations()) {
            put(migration.script(), false, sources, scripts);
            put(migration.undo(), true, sources, scripts);
        }
        sources.history().repeatables().forEach(script -> put(script, false, sources, scripts));
        return scripts;
    }

    private static void put(
            @Nullable Script script, boolean undoes, LintSources sources, Map<Script, LintedScript> scripts) {
        if (script != null) {
            ScriptStatements none = new ScriptStatements(script, true, List.of());
            scripts.put(script, new LintedScript(sources.statements().getOrDefault(script, none), undoes));
        }
    }

    private Stream<Finding> told(@Nullable LintedScript linted, Map<Script, List<Guess>> guessed) {
        if (linted == null) {
            return Stream.empty();
        }
        Script script = linted.script();
        return linted.statements().statements().isEmpty()
                ? unseen(script)
                : guessed.getOrDefault(script, List.of()).stream()
                        .map(guess -> new Finding(
                                guess.rule(),
                                Severity.WARNING,
                                guess.says() + CAVEAT,
                                guess.remedy(),
                                script.name(),
                                guess.line()));
    }

    /** Nothing can be guessed of Java, nor of what the runner cannot cut; a script of comments alone does nothing. */
    private Stream<Finding> unseen(Script script) {
        boolean java = script.text().isEmpty();
        if (!java && lexer.tokens(script.text()).stream().allMatch(Token::isBlank)) {
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
