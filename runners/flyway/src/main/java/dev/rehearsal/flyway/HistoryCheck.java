package dev.rehearsal.flyway;

import dev.rehearsal.flyway.ScannedFile.Kind;
import dev.rehearsal.migration.HistoryProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;

/** Finds what is wrong with the files of a history. */
final class HistoryCheck {
    private final MigrationScan scan;
    private final boolean namesValidated;
    private final List<HistoryProblem> problems = new ArrayList<>();

    private HistoryCheck(MigrationScan scan, boolean namesValidated) {
        this.scan = scan;
        this.namesValidated = namesValidated;
    }

    static List<HistoryProblem> of(MigrationScan scan, boolean namesValidated) {
        HistoryCheck check = new HistoryCheck(scan, namesValidated);
        check.duplicates(Kind.VERSIONED, ScannedFile::versioned, "claim version ");
        check.duplicates(Kind.BASELINE, ScannedFile::versioned, "are baselines of version ");
        check.duplicates(Kind.UNDO, ScannedFile::versioned, "undo version ");
        check.duplicates(Kind.REPEATABLE, ScannedFile::description, "are repeatable migrations called ");
        check.undoWithoutMigration();
        check.unrecognised();
        check.problems.addAll(scan.unreadable());
        return check.problems;
    }

    private <K extends Comparable<K>> void duplicates(Kind kind, Function<ScannedFile, K> key, String claim) {
        Map<K, List<ScannedFile>> groups =
                files(kind).stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        groups.forEach((claimed, files) -> {
            if (files.size() > 1) {
                String names = files.stream().map(HistoryCheck::shown).collect(Collectors.joining(" and "));
                add(
                        HistoryProblem.Kind.DUPLICATE_VERSION,
                        files.get(files.size() - 1),
                        names + " both " + claim + claimed + ".",
                        "Rename one of them, or remove it: Flyway refuses to run both.");
            }
        });
    }

    private void undoWithoutMigration() {
        Set<MigrationVersion> versions = new TreeSet<>();
        files(Kind.VERSIONED).forEach(file -> versions.add(file.versioned()));
        for (ScannedFile undo : files(Kind.UNDO)) {
            if (!versions.contains(undo.versioned())) {
                add(
                        HistoryProblem.Kind.UNDO_WITHOUT_MIGRATION,
                        undo,
                        undo.script().name() + " undoes version " + undo.versioned() + ", which no migration has.",
                        "Give it the version of the migration that it undoes, or remove it.");
            }
        }
    }

    private void unrecognised() {
        for (ScannedFile file : files(Kind.UNRECOGNISED)) {
            add(
                    namesValidated ? HistoryProblem.Kind.UNRECOGNISED_NAME : HistoryProblem.Kind.PASSED_OVER,
                    file,
                    file.script().name() + " follows none of Flyway's naming conventions, so Flyway "
                            + (namesValidated
                                    ? "refuses to run, as flyway.validateMigrationNaming says."
                                    : "never runs it."),
                    "Rename it (V2__add_role.sql, U2__add_role.sql, R__views.sql, afterMigrate.sql), or move it out of"
                            + " the locations.");
        }
    }

    private List<ScannedFile> files(Kind kind) {
        return scan.files().stream().filter(file -> file.isOf(kind)).toList();
    }

    private void add(HistoryProblem.Kind kind, ScannedFile file, String message, String remedy) {
        problems.add(new HistoryProblem(kind, message, remedy, shown(file)));
    }

    private static String shown(ScannedFile file) {
        return file.script().path() == null
                ? file.script().name()
                : file.script().path().toString();
    }
}
