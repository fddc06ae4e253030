package dev.rehearsal.plan;

import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedPhase;
import dev.rehearsal.recorded.RecordedPhase.RecordedStatement;
import dev.rehearsal.recorded.RecordedReport.RecordedTable;
import dev.rehearsal.report.format.Sizes;
import java.util.List;
import java.util.Optional;

/** What a migration costs. */
final class Impacts {
    private Impacts() {}

    static Impact of(RecordedMigration migration) {
        Optional<RecordedPhase> up = migration.phase("up");
        return new Impact(
                rows(migration),
                size(migration),
                FigureWords.duration(up),
                FigureWords.lock(up),
                FigureWords.stall(up),
                up.map(Impacts::rewrites).orElse(FigureWords.NOT_MEASURED),
                up.map(Impacts::wal).orElse(FigureWords.NOT_MEASURED),
                disk(migration),
                FigureWords.ms(migration.expectedDowntimeMs()));
    }

    private static String rows(RecordedMigration migration) {
        boolean measured = migration.phases().stream()
                .anyMatch(p ->
                        p.phase().startsWith("up") && p.statements().stream().anyMatch(s -> s.uses() != null));
        long written = PlannedChanges.written(migration).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return measured ? Sizes.count(written) : FigureWords.NOT_MEASURED;
    }

    private static String size(RecordedMigration migration) {
        List<String> names = PlannedChanges.tables(migration);
        List<RecordedTable> touched = migration.tables().stream()
                .filter(table -> names.contains(table.table()))
                .toList();
        return touched.isEmpty()
                ? "no table that was there before"
                : Sizes.count(touched.stream().mapToLong(RecordedTable::rows).sum(), "row") + ", "
                        + Sizes.bytes(
                                touched.stream().mapToLong(RecordedTable::bytes).sum());
    }

    private static String rewrites(RecordedPhase up) {
        if (up.statements().stream().anyMatch(s -> s.rewrites() == null)) {
            return FigureWords.NOT_MEASURED;
        }
        List<String> tables = up.statements().stream()
                .flatMap(s -> s.rewrites() == null ? java.util.stream.Stream.empty() : s.rewrites().stream())
                .distinct()
                .toList();
        return tables.isEmpty() ? "none" : FigureWords.list(tables);
    }

    /** The runner's own statements bear no script's name; they are not measured, and not the migration's. */
    private static String wal(RecordedPhase up) {
        List<RecordedStatement> own =
                up.statements().stream().filter(s -> !s.script().isEmpty()).toList();
        long sum = own.stream()
                .mapToLong(s -> s.walBytes() == null ? 0 : s.walBytes())
                .sum();
        long unknown = own.stream().filter(s -> s.walBytes() == null).count();
        if (own.isEmpty() || unknown == own.size()) {
            return FigureWords.NOT_MEASURED;
        }
        return Sizes.bytes(sum)
                + (unknown == 0 ? "" : ", without " + Sizes.count(unknown, "statement") + " that were not measured");
    }

    private static String disk(RecordedMigration migration) {
        List<RecordedTable> after = migration.tablesAfterUp();
        if (after == null) {
            return FigureWords.NOT_MEASURED;
        }
        long growth = bytes(after) - bytes(migration.tables());
        return growth <= 0 ? "none more" : "+" + Sizes.bytes(growth);
    }

    private static long bytes(List<RecordedTable> tables) {
        return tables.stream().mapToLong(RecordedTable::bytes).sum();
    }
}
