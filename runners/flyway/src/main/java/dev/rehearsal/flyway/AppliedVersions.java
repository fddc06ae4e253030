package dev.rehearsal.flyway;

import dev.rehearsal.flyway.HistoryTable.Row;
import dev.rehearsal.migration.Applied;
import dev.rehearsal.migration.Migration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;

/** Holds the rows of a history table against a project's migrations. */
final class AppliedVersions {
    private final Set<MigrationVersion> applied = new LinkedHashSet<>();
    private final Set<String> failed = new LinkedHashSet<>();
    private MigrationVersion baseline = MigrationVersion.EMPTY;

    private AppliedVersions(List<Row> rows) {
        rows.forEach(this::add);
    }

    static Applied of(List<Row> rows, List<Migration> migrations, String upTo) {
        return new AppliedVersions(rows).compare(migrations, MigrationVersion.fromVersion(upTo));
    }

    private void add(Row row) {
        String named = row.version() == null ? row.script() : row.version();
        if (!row.success()) {
            failed.add(named);
            return;
        }
        failed.remove(named);
        if (row.version() == null) {
            return;
        }
        MigrationVersion version = MigrationVersion.fromVersion(row.version());
        if (row.type().startsWith("UNDO")) {
            applied.remove(version);
        } else if (row.type().contains("BASELINE")) {
            baseline = version;
        } else {
            applied.add(version);
        }
    }

    /** A baseline stands for everything up to its version. */
    private Applied compare(List<Migration> migrations, MigrationVersion end) {
        List<String> missing = new ArrayList<>();
        Set<MigrationVersion> known = new LinkedHashSet<>();
        for (Migration migration : migrations) {
            MigrationVersion version = MigrationVersion.fromVersion(migration.version());
            known.add(version);
            if (migration.kind() != Migration.Kind.BASELINE
                    && version.compareTo(end) <= 0
                    && version.compareTo(baseline) > 0
                    && !applied.contains(version)) {
                missing.add(migration.version());
            }
        }
        List<String> beyond = applied.stream()
                .filter(version -> version.compareTo(end) > 0 || !known.contains(version))
                .map(MigrationVersion::getVersion)
                .toList();
        return new Applied(List.copyOf(failed), missing, beyond);
    }
}
