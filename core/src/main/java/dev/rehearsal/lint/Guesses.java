package dev.rehearsal.lint;

import dev.rehearsal.migration.Script;
import java.util.List;
import java.util.Map;

/** What an engine takes for signs of harm in the text of its SQL. Stateless; safe for use by several threads. */
public interface Guesses {
    /**
     * {@return what each script would do, statement by statement}
     *
     * @param history all scripts, oldest first: what one of them does may be settled by another
     */
    Map<Script, List<Guess>> at(List<LintedScript> history);
}
