package dev.rehearsal.inspection;

import dev.rehearsal.result.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database answered to a question.
 *
 * @param question which
 * @param sightings what was found, in the order of the answer
 * @param notMeasured why there is no full answer; null if there is
 */
public record Answer(
        Question question,
        List<Sighting> sightings,
        @Nullable String notMeasured) {
    public Answer {
        sightings = List.copyOf(sightings);
    }

    /**
     * {@return a full answer}
     *
     * @param question which
     * @param sightings what was found
     */
    public static Answer of(Question question, List<Sighting> sightings) {
        return new Answer(question, sightings, null);
    }

    /**
     * {@return the absence of an answer}
     *
     * @param question which
     * @param reason why
     */
    public static Answer notMeasured(Question question, String reason) {
        return new Answer(question, List.of(), reason);
    }

    /** {@return whether something was found that fails an inspection} */
    public boolean isFault() {
        return sightings.stream().anyMatch(sighting -> sighting.severity() == Severity.ERROR);
    }
}
