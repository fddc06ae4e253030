package dev.rehearsal.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever asks the catalogue for columns asks a class of this list, or takes a name of a key's column from
 * {@link KeyColumns}: a further question is a decision, not a copy.
 */
class CatalogueReadersTest {
    private static final Path ENGINE = Path.of("../engines/postgres/src/main/java/dev/rehearsal/postgres");

    private static final Set<String> READERS = new TreeSet<>(Set.of(
            "application/ColumnSql", // a value of the column that a parameter is compared with
            "assertion/CatalogueLooks", // what a test might ask itself, as it stands in a message
            "backfill/RowSql", // which columns a writer beside a backfill may change
            "catalog/ColumnQueries", // definitions of columns
            "catalog/ConstraintQueries", // statistics targets of indexes
            "catalog/KeyColumns", // names of a key's columns
            "catalog/NamedObjects", // one table, one column
            "catalog/ReplicationQueries", // columns of publications
            "catalog/SecurityQueries", // grants on columns
            "catalog/TableColumns", // names of all columns
            "catalog/TypeQueries", // attributes of types
            "catalog/ViewQueries", // columns of views
            "data/RelationCatalog", // how values are hashed
            "data/Storage", // whether rows can be told by their files
            "effect/CatalogSql", // what a statement changed
            "inspect/SequenceQuestion", // columns that a sequence fills
            "inspect/StatisticsQueries", // what the planner knows
            "plan/Verifications", // a text for an operator
            "removal/TriedTable", // which columns a row is put back with
            "seed/PartitionBounds", // the key of a partitioned table
            "seed/RowStream", // whether rows can be copied as they are
            "seed/SeedCatalog", // what is to be filled
            "seed/TypeReader", // types of columns and of their parts
            "use/TableCatalog")); // what an application may write

    @Test
    void only_these_ask_for_columns() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ENGINE)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (Files.readString(file).contains("pg_attribute")) {
                    found.add(ENGINE.relativize(file)
                            .toString()
                            .replace('\\', '/')
                            .replace(".java", ""));
                }
            }
        }

        assertThat(found).isEqualTo(READERS);
    }
}
