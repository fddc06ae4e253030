package dev.rehearsal.scenario;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.result.DataCheck;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.result.TableFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the facts of one migration while its phases run. A check that is never given stays null: not made. */
final class MigrationFactsBuilder {
    private final Migration migration;
    private final List<TableFacts> tables;
    private final List<PhaseResult> phases = new ArrayList<>();
    private @Nullable SchemaCheck schemaAfterDown;
    private @Nullable DataCheck dataAfterDown;
    private @Nullable SchemaCheck schemaAfterUpAgain;
    private @Nullable String hangs;

    MigrationFactsBuilder(Migration migration, List<TableFacts> tables) {
        this.migration = migration;
        this.tables = tables;
    }

    MigrationFactsBuilder phase(PhaseResult phase) {
        phases.add(phase);
        return this;
    }

    MigrationFactsBuilder afterDown(SchemaCheck schema, DataCheck data) {
        schemaAfterDown = schema;
        dataAfterDown = data;
        return this;
    }

    MigrationFactsBuilder afterUpAgain(SchemaCheck schema) {
        schemaAfterUpAgain = schema;
        return this;
    }

    MigrationFactsBuilder hangs(@Nullable String why) {
        hangs = why;
        return this;
    }

    /** {@return whether a phase ran and failed} */
    boolean failed(Phase phase) {
        return phases.stream().anyMatch(p -> p.phase() == phase && p.failure() != null);
    }

    MigrationFacts build() {
        return new MigrationFacts(
                migration, phases, schemaAfterDown, dataAfterDown, schemaAfterUpAgain, tables, hangs, List.of());
    }
}
