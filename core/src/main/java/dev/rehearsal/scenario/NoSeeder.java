package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Catalog.TableSize;
import dev.rehearsal.dialect.Seeder.Below;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.dialect.Seeder.Unfilled;
import dev.rehearsal.volume.VolumeProfile;
import java.util.List;

/** Tells of each table that holds too few rows, where nobody can fill it. */
final class NoSeeder {
    private static final String REMEDY =
            "Let a migration insert rows; or wait for a version of Rehearsal that fills tables on this engine.";

    private NoSeeder() {}

    static Filling fill(List<TableSize> sizes, VolumeProfile profile, String reason) {
        List<Below> below = sizes.stream()
                .filter(size -> holdsFewer(size, profile))
                .map(size -> new Below(size.table(), false, reason, REMEDY))
                .toList();
        return new Filling(
                List.of(), below.isEmpty() ? List.of() : List.of(new Unfilled("Tables", reason, REMEDY)), below);
    }

    private static boolean holdsFewer(TableSize size, VolumeProfile profile) {
        Long asked = profile.askedRowsOf(size.table());
        return asked != null && size.rows() < asked;
    }
}
