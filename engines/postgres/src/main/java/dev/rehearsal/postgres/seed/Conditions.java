package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.seeding.SeedColumn;
import dev.rehearsal.seeding.SeedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** What every row must fulfil, as SQL over the names of its columns. */
final class Conditions {
    private Conditions() {}

    /** {@return the CHECKs of the table and of its columns' domains, and that a partition takes the row} */
    static List<String> of(SeedTable table, Set<String> columns, PartitionBounds bounds) {
        List<String> conditions = new ArrayList<>();
        table.checks().forEach(check -> conditions.add("(" + check + ") IS NOT FALSE"));
        for (SeedColumn column : table.columns()) {
            if (columns.contains(column.name())) {
                String name = Matcher.quoteReplacement(SqlNames.quote(column.name()));
                for (DataType type = DataType.of(column); type != null && type.kind() == DataType.Kind.DOMAIN; ) {
                    type.checks()
                            .forEach(check ->
                                    conditions.add("(" + check.replaceAll("\\bVALUE\\b", name) + ") IS NOT FALSE"));
                    type = type.inner();
                }
            }
        }
        conditions.addAll(bounds.conditions());
        return conditions;
    }
}
