package dev.rehearsal.inspection;

import dev.rehearsal.migration.Applied;
import dev.rehearsal.result.Severity;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what a database's answers mean.
 *
 * @param rehearsed what they are held against
 */
public record Judgement(Rehearsed rehearsed) {
    /**
     * {@return the columns in which NULLs must be counted: required in the rehearsal, and not, or not provably, here}
     *
     * @param actual the database's schema
     */
    public List<SchemaObject> columnsToCount(SchemaSnapshot actual) {
        return RequiredColumns.missing(rehearsed.snapshot(), actual);
    }

    /**
     * {@return the answer to which versions are applied}
     *
     * @param applied what the history says
     */
    public Answer versions(Applied applied) {
        return VersionJudge.judge(rehearsed, applied);
    }

    /**
     * {@return the answers with the schema's among them. What was left behind in the rehearsal too is only a note, and a
     * difference of which another answer tells already is not told again}
     *
     * @param actual the database's schema
     * @param server the version of its server
     * @param answers the others
     */
    public List<Answer> all(SchemaSnapshot actual, String server, List<Answer> answers) {
        List<Answer> judged =
                new ArrayList<>(answers.stream().map(this::excused).toList());
        Set<SchemaObject> told = judged.stream()
                .flatMap(answer -> answer.sightings().stream())
                .filter(sighting -> sighting.severity() == Severity.ERROR)
                .map(Sighting::object)
                .collect(Collectors.toSet());
        Answer schema = SchemaJudge.judge(rehearsed, actual, server);
        judged.add(Answer.of(
                Question.SCHEMA,
                schema.sightings().stream()
                        .filter(sighting -> !told.contains(sighting.object()))
                        .toList()));
        return judged;
    }

    private Answer excused(Answer answer) {
        return answer.question().excused()
                ? new Answer(
                        answer.question(),
                        answer.sightings().stream()
                                .map(sighting -> rehearsed.isUnusable(sighting.object()) ? asNote(sighting) : sighting)
                                .toList(),
                        answer.notMeasured())
                : answer;
    }

    private static Sighting asNote(Sighting sighting) {
        return new Sighting(Severity.NOTE, sighting.object(), sighting.says() + " (so it was rehearsed)");
    }
}
