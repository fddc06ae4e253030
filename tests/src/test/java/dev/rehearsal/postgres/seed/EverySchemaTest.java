package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Seeder.Filled;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A schema that uses every type and every structure: all of it is filled, or the reason is printed. */
class EverySchemaTest {
    private static final long ROWS = 400;

    @Test
    void all_that_a_schema_can_be_made_of_is_filled() throws Exception {
        SeededDatabase database = SeededDatabase.with(schema());

        Filling filling = database.fill(VolumeProfile.uniform(11, ROWS));

        System.out.println(report(filling));
        assertThat(filling.unfilled()).isEmpty();
        assertThat(filling.filled())
                .allSatisfy(table ->
                        assertThat(table.rows()).as(table.table().toString()).isEqualTo(ROWS));
        assertThat(emptyColumns(database)).isEmpty();
        database.isIntact();
    }

    static String schema() throws IOException {
        try (InputStream text = Objects.requireNonNull(EverySchemaTest.class.getResourceAsStream("everything.sql"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String report(Filling filling) {
        StringBuilder text = new StringBuilder();
        for (Filled table : filling.filled()) {
            text.append("%-72s %6d of %d rows%n".formatted(table.table(), table.rows(), ROWS));
        }
        filling.unfilled().forEach(what -> text.append("%s: %s%n".formatted(what.what(), what.reason())));
        return text.toString();
    }

    /** Columns in which every row holds NULL, partitions counted with their table. */
    private static List<String> emptyColumns(SeededDatabase database) throws SQLException {
        database.run("ANALYZE");
        return database.list("""
                SELECT format('%I.%I.%I', n.nspname, c.relname, a.attname) FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
                  AND n.nspname IN ('museum', 'Private Loans', 'public')
                  AND (xpath('/row/c/text()', query_to_xml(format('SELECT count(*) AS c FROM ONLY %s WHERE num_nonnulls(%I) > 0',
                       CASE c.relkind WHEN 'p' THEN format('(SELECT * FROM %s) x', c.oid::regclass)
                       ELSE c.oid::regclass::text END, a.attname), false, true, '')))[1]::text = '0'
                ORDER BY 1""".replace("FROM ONLY %s", "FROM %s").replace("ELSE c.oid", "ELSE 'ONLY ' || c.oid"));
    }
}
