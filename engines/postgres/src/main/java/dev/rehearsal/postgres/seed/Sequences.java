package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.seeding.SeedColumn;
import dev.rehearsal.seeding.SeedTable;
import java.sql.Connection;
import java.sql.SQLException;

/** Sets sequences ahead of the keys that were written past them. */
final class Sequences {
    private Sequences() {}

    static void advance(Connection connection, SeedTable table) throws SQLException {
        for (SeedColumn column : table.columns()) {
            SeedColumn.Sequence sequence = column.sequence();
            if (sequence != null
                    && sequence.increment() > 0
                    && DataType.of(column).base().name().matches("int[248]|numeric")) {
                String name = SeedSql.literal(sequence.name()) + "::regclass";
                SeedSql.run(
                        connection,
                        "SELECT setval(" + name + ", m) FROM (SELECT max(" + SqlNames.quote(column.name())
                                + ")::int8 AS m FROM " + SqlNames.quote(table.name())
                                + ") x WHERE m > (SELECT coalesce("
                                + "pg_sequence_last_value(" + name + "), seqmin - 1) FROM pg_sequence WHERE seqrelid = "
                                + name
                                + ") AND m <= (SELECT seqmax FROM pg_sequence WHERE seqrelid = " + name + ")");
            }
        }
    }
}
