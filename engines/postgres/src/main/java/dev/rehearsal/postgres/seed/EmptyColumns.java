package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.seeding.SeedColumn;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds nullable columns that hold nothing, in tables that have rows. */
final class EmptyColumns {
    private EmptyColumns() {}

    /** {@return the columns of each table that has any} */
    static Map<SeedTable, Set<String>> of(Connection connection, Collection<SeedTable> tables, VolumeProfile profile)
            throws SQLException {
        List<Candidate> candidates =
                tables.stream().flatMap(table -> candidates(table, profile)).toList();
        List<Boolean> empty = SeedSql.answers(
                connection, candidates.stream().map(Candidate::isEmpty).toList());
        Map<SeedTable, Set<String>> found = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (empty.get(i)) {
                found.computeIfAbsent(candidates.get(i).table, table -> new LinkedHashSet<>())
                        .add(candidates.get(i).column);
            }
        }
        return found;
    }

    /** A table that keeps its own rows keeps them as they are. */
    private static Stream<Candidate> candidates(SeedTable table, VolumeProfile profile) {
        if (profile.askedRowsOf(table.name()) == null) {
            return Stream.empty();
        }
        return table.columns().stream()
                .filter(column -> !column.notNull() && column.generated() == null)
                .map(SeedColumn::name)
                .filter(name -> !Double.valueOf(1)
                        .equals(profile.columnOf(table.name(), name).nulls()))
                .map(name -> new Candidate(table, name));
    }

    private record Candidate(SeedTable table, String column) {
        String isEmpty() {
            String rows = "EXISTS (SELECT FROM " + SeedSql.rows(table);
            return rows + ") AND NOT " + rows + " WHERE num_nonnulls(" + SqlNames.quote(column) + ") > 0)";
        }
    }
}
