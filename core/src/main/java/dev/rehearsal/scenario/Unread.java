package dev.rehearsal.scenario;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.TableFingerprint;
import dev.rehearsal.dialect.Capabilities;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Catalog.TableSize;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what one question tells of the tables against what another does: what nobody has read is not the same as before. */
final class Unread {
    private Unread() {}

    /** {@return tables whose rows were not read, or not all of them} */
    static List<String> data(List<TableSize> sizes, DataFingerprint data) {
        List<String> unread = new ArrayList<>();
        for (TableSize size : sizes) {
            TableFingerprint print = data.tables().get(size.table());
            if (print == null) {
                unread.add("the data of " + size.table() + ": it was not read");
            } else if (print.rows() != size.rows()) {
                unread.add("the data of %s: %,d of its %,d rows were read"
                        .formatted(size.table(), print.rows(), size.rows()));
            }
        }
        return unread;
    }

    /** {@return tables whose definition was not read} */
    static List<String> definitions(List<TableSize> sizes, SchemaSnapshot schema) {
        Set<String> defined =
                schema.definitions().keySet().stream().map(SchemaObject::name).collect(Collectors.toSet());
        return sizes.stream()
                .map(size -> size.table().toString())
                .filter(table -> !defined.contains(table))
                .map(table -> "the definition of " + table + ": it was not read")
                .toList();
    }

    /** What this engine has no instrument for, told once for a migration that needs it. */
    static void forWantOfInstruments(Stage stage, Migration migration, MigrationFactsBuilder facts) {
        Capabilities there = stage.dialect().capabilities();
        there.without(Instrument.SEEDING)
                .ifPresent(reason -> facts.notMeasured("at the size that was asked for: " + reason));
        if (migration.wayBack().exists()) {
            there.without(Instrument.DATA)
                    .ifPresent(reason -> facts.notMeasured("whether the down restores the data: " + reason));
        }
    }
}
