package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Catalog.TableSize;
import dev.rehearsal.dialect.Seeder.Below;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.TableFacts.NotFilled;
import dev.rehearsal.result.TakenRows;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.volume.VolumeProfile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of a stage's tables how many rows each holds beside what was asked for, and why it holds fewer. */
final class FilledTables {
    private static final NotFilled NEVER =
            new NotFilled("nothing has filled it", "Report this to the makers of Rehearsal, with the migration.");

    private FilledTables() {}

    /** {@return the facts of tables that have been filled; of those that hold fewer rows, why} */
    static List<TableFacts> of(List<TableSize> sizes, VolumeProfile profile, List<Below> below) {
        Map<QualifiedName, Below> reasons = below.stream().collect(Collectors.toMap(Below::table, Function.identity()));
        return sizes.stream()
                .map(size -> {
                    Long asked = profile.askedRowsOf(size.table());
                    boolean fewer = asked != null && size.rows() < asked;
                    return facts(size, profile, fewer ? reasons.get(size.table()) : null, fewer);
                })
                .toList();
    }

    /**
     * {@return why tables hold fewer rows, now that some stood in a migration's way and were taken out; where most are left, it
     * is measured on those}
     */
    static List<Below> without(List<TakenRows> taken, List<TableSize> sizes, List<Below> before) {
        Map<String, Long> rows = taken.stream().collect(Collectors.toMap(TakenRows::table, TakenRows::rows, Long::sum));
        Stream<Below> now = sizes.stream()
                .filter(size -> rows.containsKey(size.table().toString()))
                .map(size -> {
                    long gone = rows.getOrDefault(size.table().toString(), 0L);
                    return new Below(
                            size.table(),
                            size.rows() >= gone,
                            String.format(Locale.ROOT, "%,d stood in the way of the up and were taken out", gone),
                            "Describe the column's values in the volume profile, so that more rows meet what the up asks for.");
                });
        return Stream.concat(
                        before.stream()
                                .filter(below -> !rows.containsKey(below.table().toString())),
                        now)
                .toList();
    }

    /** {@return the facts of tables as a migration has left them, before anything was filled up} */
    static List<TableFacts> unfilled(List<TableSize> sizes, VolumeProfile profile) {
        return sizes.stream().map(size -> facts(size, profile, null, false)).toList();
    }

    private static TableFacts facts(TableSize size, VolumeProfile profile, @Nullable Below why, boolean fewer) {
        String limit = why != null && why.full() ? why.reason() : null;
        NotFilled failure = why == null ? NEVER : new NotFilled(why.reason(), why.remedy());
        return new TableFacts(
                size.table().toString(),
                size.rows(),
                size.bytes(),
                profile.productionRowsOf(size.table()),
                profile.askedRowsOf(size.table()),
                limit,
                fewer && limit == null ? failure : null);
    }
}
