package dev.rehearsal.rule;

import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.StatementEffects;
import dev.rehearsal.result.StatementFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The statement behind a missed budget, and how else it could be done.
 *
 * @param statement which
 * @param facts of its migration
 */
record Culprit(StatementFacts statement, MigrationFacts facts) {
    private static final int LONGEST = 100;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** {@return the statement at a line of the phase's script, if it is known} */
    static Optional<Culprit> at(@Nullable Integer line, PhaseResult phase, MigrationFacts facts) {
        return phase.facts().statements().stream()
                .filter(statement -> line != null && line > 0 && statement.line() == line)
                .filter(statement -> statement.script().equals(Wording.scriptOf(phase.phase(), facts.migration())))
                .findFirst()
                .map(statement -> new Culprit(statement, facts));
    }

    /** {@return the statement that ran longest in a part of the phase, if any did} */
    static Optional<Culprit> longest(double from, double to, PhaseResult phase, MigrationFacts facts) {
        return phase.facts().statements().stream()
                .filter(statement -> overlap(statement, from, to) > 0)
                .max(Comparator.comparingDouble(statement -> overlap(statement, from, to)))
                .map(statement -> new Culprit(statement, facts));
    }

    private static double overlap(StatementFacts statement, double from, double to) {
        return Math.min(to, statement.startMs() + statement.durationMs()) - Math.max(from, statement.startMs());
    }

    /** {@return it for a reader: {@code line 3: ALTER TABLE users …}} */
    String words() {
        String sql = BLANKS.matcher(statement.sql().strip()).replaceAll(" ");
        String shown = sql.codePointCount(0, sql.length()) <= LONGEST
                ? sql
                : sql.substring(0, sql.offsetByCodePoints(0, LONGEST)) + " …";
        return (statement.line() > 0 ? "line " + statement.line() + ": " : "") + shown;
    }

    /** {@return the safer way to do what a statement did, or what helps in general} */
    static String saferWay(Optional<Culprit> culprit, Recipes recipes) {
        return culprit.flatMap(known -> known.saferWay(recipes)).orElseGet(recipes::saferInGeneral);
    }

    private Optional<String> saferWay(Recipes recipes) {
        return facts.phases().stream()
                .flatMap(phase -> phase.facts().statements().stream())
                .filter(other -> other.line() == statement.line()
                        && other.script().equals(statement.script())
                        && other.sql().equals(statement.sql()))
                .map(StatementFacts::effects)
                .filter(Objects::nonNull)
                .map(StatementEffects::catalogue)
                .flatMap(List::stream)
                .map(effect -> recipes.saferWay(effect.kind()))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
