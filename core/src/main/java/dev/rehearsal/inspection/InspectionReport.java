package dev.rehearsal.inspection;

import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inspection: what a migrated database answered.
 *
 * @param at when
 * @param database which: its URL and user, without a password
 * @param product the name of its engine
 * @param server the version of its server; null if it was not reached
 * @param version the version that was rehearsed; null if there is no rehearsal to hold the database against
 * @param answers one to each question
 */
public record InspectionReport(
        Instant at,
        String database,
        String product,
        @Nullable String server,
        @Nullable String version,
        List<Answer> answers) {
    public InspectionReport {
        answers = List.copyOf(answers);
    }

    /** {@return the answer to all: a fault fails it, and what was not measured never passes} */
    public Verdict verdict() {
        if (answers.stream().anyMatch(Answer::isFault)) {
            return Verdict.FAILED;
        }
        return answers.stream().anyMatch(answer -> answer.notMeasured() != null) ? Verdict.INCOMPLETE : Verdict.PASSED;
    }

    /**
     * {@return how many things of a severity were found}
     *
     * @param severity which
     */
    public long count(Severity severity) {
        return answers.stream()
                .flatMap(answer -> answer.sightings().stream())
                .filter(sighting -> sighting.severity() == severity)
                .count();
    }
}
