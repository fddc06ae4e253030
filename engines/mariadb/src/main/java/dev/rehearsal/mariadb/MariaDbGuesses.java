package dev.rehearsal.mariadb;

import dev.rehearsal.lint.Guess;
import dev.rehearsal.lint.Guesses;
import dev.rehearsal.lint.LintedScript;
import dev.rehearsal.migration.Script;
import java.util.List;
import java.util.Map;

/** None yet: of a MariaDB script's text alone nothing is told, and the capabilities say so. */
final class MariaDbGuesses implements Guesses {
    @Override
    public Map<Script, List<Guess>> at(List<LintedScript> history) {
        return Map.of();
    }
}
