package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Catalog;
import dev.rehearsal.dialect.Catalog.TableSize;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.dialect.Seeder;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Stands in where an engine cannot fill tables: fills none, and tells of each that holds too few rows.
 *
 * @param catalog of the engine
 * @param reason why it cannot
 */
record NoSeeder(Catalog catalog, String reason) implements Seeder {
    private static final String REMEDY =
            "Let a migration insert rows; or wait for a version of Rehearsal that fills tables on this engine.";

    /** {@return the engine's own, or one that says why there is none} */
    static Seeder of(Dialect dialect) {
        String missing = dialect.capabilities().without(Instrument.SEEDING).orElse(null);
        return missing == null ? dialect.seeder() : new NoSeeder(dialect.catalog(), missing);
    }

    @Override
    public Filling fill(DataSource database, VolumeProfile profile, Set<QualifiedName> ignored, Progress progress)
            throws SQLException {
        List<Below> below = catalog.sizes(database, ignored).stream()
                .filter(size -> holdsFewer(size, profile))
                .map(size -> new Below(size.table(), false, reason, REMEDY))
                .toList();
        return new Filling(
                List.of(),
                below.isEmpty() ? List.of() : List.of(new Unfilled("Each table below its rows", reason, REMEDY)),
                below);
    }

    private static boolean holdsFewer(TableSize size, VolumeProfile profile) {
        Long asked = profile.askedRowsOf(size.table());
        return asked != null && size.rows() < asked;
    }
}
