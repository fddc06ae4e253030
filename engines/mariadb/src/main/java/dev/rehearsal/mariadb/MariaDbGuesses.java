package dev.rehearsal.mariadb;

import dev.rehearsal.lint.Guess;
import dev.rehearsal.lint.Guesses;
import dev.rehearsal.lint.LintedScript;
import dev.rehearsal.migration.Script;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** None yet: of a MariaDB script's text alone nothing is told, and the capabilities say so. */
final class MariaDbGuesses implements Guesses {
    /** {@code /*!} and {@code /*M!} begin what the server runs. */
    private static final Pattern COMMENT = Pattern.compile("/\\*(?!M?!).*?\\*/|(?m:(?:#|-- |--$).*$)", Pattern.DOTALL);

    @Override
    public Map<Script, List<Guess>> at(List<LintedScript> history) {
        return Map.of();
    }

    @Override
    public boolean isEmpty(String text) {
        return COMMENT.matcher(text).replaceAll("").isBlank();
    }
}
