package dev.rehearsal.report.ci;

import dev.rehearsal.report.format.NotMeasuredText;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one check of a migration ended.
 *
 * @param kind the answer
 * @param summary in a line
 * @param findings those that belong to it
 */
record CheckOutcome(Kind kind, String summary, List<Finding> findings) {
    /** What a build server makes of it. */
    enum Kind {
        PASSED,
        /** The migration is at fault. */
        FAILURE,
        /** It could not be told. */
        ERROR,
        /** It was not asked for, or never reached. */
        SKIPPED
    }

    static CheckOutcome of(MigrationResult migration, Check check) {
        List<Finding> findings = migration.findings().stream()
                .filter(f -> Check.of(f.rule()) == check)
                .toList();
        Optional<Finding> worst =
                findings.stream().filter(f -> f.severity() == Severity.ERROR).findFirst();
        if (worst.isPresent()) {
            Kind kind = check == Check.MEASURED ? Kind.ERROR : Kind.FAILURE;
            return new CheckOutcome(kind, worst.get().message(), findings);
        }
        Optional<String> missing = missing(migration, check);
        Kind otherwise = migration.verdict() == Verdict.INCOMPLETE ? Kind.ERROR : Kind.SKIPPED;
        return new CheckOutcome(missing.isEmpty() ? Kind.PASSED : otherwise, missing.orElse(""), findings);
    }

    /** {@return why the check has no answer, or empty if it has one} */
    private static Optional<String> missing(MigrationResult migration, Check check) {
        MigrationFacts facts = migration.facts();
        return switch (check) {
            case UP -> unless(ended(facts, Phase.UP), "up");
            case DOWN -> unless(ended(facts, Phase.DOWN), "down");
            case UP_AGAIN -> unless(ended(facts, Phase.UP_AGAIN) && facts.schemaAfterUpAgain() != null, "up again");
            case SCHEMA -> unless(facts.schemaAfterDown() != null, "the schema after the down");
            case DATA -> unless(facts.dataAfterDown() != null, "the data after the down");
            case LOCKS -> unless(measured(facts, PhaseFacts::locks), "locks");
            case STALLS -> unless(stallsMeasured(facts), "stalls");
            case MEASURED -> incomplete(migration);
            case RULES -> Optional.empty();
        };
    }

    private static boolean ended(MigrationFacts facts, Phase phase) {
        return facts.phase(phase).filter(p -> p.failure() == null).isPresent();
    }

    private static boolean measured(MigrationFacts facts, Function<PhaseFacts, @Nullable List<?>> list) {
        return !facts.phases().isEmpty()
                && facts.phases().stream().map(PhaseResult::facts).noneMatch(p -> list.apply(p) == null);
    }

    /** Others are only made to wait while the round trip runs; what follows it is not watched for stalls. */
    private static boolean stallsMeasured(MigrationFacts facts) {
        return !facts.phases().isEmpty()
                && facts.phases().stream()
                        .filter(p -> p.phase().ofRoundtrip())
                        .noneMatch(p -> p.facts().stalls() == null);
    }

    private static Optional<String> incomplete(MigrationResult migration) {
        List<String> sentences = NotMeasuredText.of(migration);
        boolean complete = sentences.isEmpty() && migration.verdict() != Verdict.INCOMPLETE;
        return complete ? Optional.empty() : Optional.of("not measured: " + String.join("; ", sentences));
    }

    private static Optional<String> unless(boolean measured, String what) {
        return measured ? Optional.empty() : Optional.of("not measured: " + what);
    }
}
