package dev.rehearsal.report.markdown;

import dev.rehearsal.data.Loss;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.report.format.ApplicationRow;
import dev.rehearsal.report.format.Blocks;
import dev.rehearsal.report.format.DurationText;
import dev.rehearsal.report.format.Facts;
import dev.rehearsal.report.format.PlacedLock;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Scenarios;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts behind a migration's findings, folded. */
final class Details {
    private static final int EXAMPLES = 5;
    private static final int LONGEST = 400;

    private Details() {}

    /** {@return the folds of a migration that hold anything, the shortest kind first} */
    static List<String> of(MigrationResult migration) {
        MigrationFacts facts = migration.facts();
        String name = Plain.shorten(migration.facts().migration().version(), 60);
        String failures =
                limited(facts.phases().stream().filter(p -> p.failure() != null).toList(), Details::failure);
        return Stream.of(
                        fold(name, "failures", failures),
                        fold(
                                name,
                                "other scenarios",
                                Scenarios.of(migration).stream()
                                        .map(Details::scenario)
                                        .collect(Collectors.joining())),
                        fold(name, "data after the down", limited(Facts.losses(facts.dataAfterDown()), Details::loss)),
                        fold(name, "schema after the down", differences(facts.schemaAfterDown(), "after the down")),
                        fold(
                                name,
                                "schema after the second up",
                                differences(facts.schemaAfterUpAgain(), "after the second up")),
                        fold(name, "locks that make others wait", locks(blocking(migration))),
                        fold(name, "statements of the application", application(ApplicationRow.of(migration))))
                .filter(fold -> !fold.isEmpty())
                .toList();
    }

    private static List<PlacedLock> blocking(MigrationResult migration) {
        return PlacedLock.longestOfEach(PlacedLock.blocking(List.of(migration)));
    }

    private static String fold(String version, String title, String body) {
        return body.isEmpty()
                ? ""
                : "\n<details><summary>" + Escape.text(version) + ": " + title + "</summary>\n\n" + body
                        + "\n</details>\n";
    }

    private static <T> String limited(List<T> items, Function<T, String> each) {
        String all = items.stream().limit(EXAMPLES).map(each).collect(Collectors.joining());
        return items.size() <= EXAMPLES ? all : all + "\nand " + (items.size() - EXAMPLES) + " more in `report.html`\n";
    }

    private static String failure(PhaseResult phase) {
        String sentence = Facts.failure(Objects.requireNonNull(phase.failure()));
        return "- **" + phase.phase().id() + "**: " + Escape.text(Plain.shorten(sentence, LONGEST)) + "\n";
    }

    private static String differences(@Nullable SchemaCheck check, String moment) {
        return limited(Facts.differences(check), d -> difference(d, moment));
    }

    private static String difference(SchemaDifference d, String moment) {
        List<String> lines = new ArrayList<>();
        marked("- ", d.before(), lines);
        marked("+ ", d.after(), lines);
        return Escape.text(Plain.shorten(Facts.difference(d, moment), LONGEST)) + "\n\n" + Escape.block("diff", lines)
                + "\n";
    }

    private static void marked(String mark, @Nullable String definition, List<String> lines) {
        if (definition != null) {
            Plain.lines(Plain.shorten(definition, LONGEST)).forEach(l -> lines.add(mark + l));
        }
    }

    private static String loss(Loss loss) {
        return "- " + Escape.text(Plain.shorten(Facts.loss(loss), LONGEST)) + "\n";
    }

    private static String scenario(String sentence) {
        return "- " + Escape.text(Plain.shorten(sentence, LONGEST)) + "\n";
    }

    private static String application(List<ApplicationRow> rows) {
        String heads = String.join(" | ", ApplicationRow.heads());
        return rows.isEmpty()
                ? ""
                : "| statement | " + heads + " |\n|---|---|---|---|---|---|\n" + limited(rows, Details::application);
    }

    private static String application(ApplicationRow row) {
        return "| " + Escape.code(Plain.shorten(row.place(), 200)) + " | " + String.join(" | ", row.cells()) + " |\n";
    }

    private static String locks(List<PlacedLock> locks) {
        return locks.isEmpty()
                ? ""
                : "| relation | mode | blocks | held | waited | ± | where |\n|---|---|---|--:|--:|--:|---|\n"
                        + limited(locks, Details::lock);
    }

    private static String lock(PlacedLock placed) {
        HeldLock lock = placed.lock();
        return "| " + Escape.code(Plain.shorten(lock.relation(), 200)) + " | "
                + lock.mode().words() + " | "
                + Blocks.of(lock).text() + " | " + DurationText.format(lock.heldMs()) + " | "
                + DurationText.format(lock.waitedMs()) + " | " + DurationText.format(lock.boundMs()) + " | "
                + Escape.code(Plain.shorten(placed.place(), 80)) + " |\n";
    }
}
