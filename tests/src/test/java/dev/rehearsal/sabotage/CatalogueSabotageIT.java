package dev.rehearsal.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Catalog;
import dev.rehearsal.dialect.SchemaReader;
import dev.rehearsal.postgres.catalog.CatalogueQuestions;
import dev.rehearsal.scenario.Instruments;
import dev.rehearsal.schema.InvalidIndex;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaSnapshot;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each question to the catalogue, of the list that production asks, is made to give no row. */
class CatalogueSabotageIT {
    static List<Integer> questions() throws SQLException {
        return IntStream.range(0, texts().size()).boxed().toList();
    }

    private static List<String> texts() throws SQLException {
        try (Connection connection =
                TestPostgres.connect(TestPostgres.address("postgres")).getConnection()) {
            return CatalogueQuestions.of(connection);
        }
    }

    @Test
    void whole_it_sees_all_of_the_specimen() throws SQLException {
        assertThat(Instruments.unseenByCatalogue(new BrokenDialect())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_question_that_gives_no_row_is_noticed(int number) throws SQLException {
        String question = texts().get(number);
        assertThat(Instruments.unseenByCatalogue(new Rewriting(question)))
                .as(question)
                .anySatisfy(
                        sentence -> assertThat(sentence).startsWith("the catalogue does not show what was just made"))
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith("the catalogue, read again, does not show what was just made"));
    }

    @Test
    void a_snapshot_that_stays_the_same_is_noticed() throws SQLException {
        assertThat(Instruments.unseenByCatalogue(new BrokenDialect() {
                    @Override
                    public Catalog catalog() {
                        return new Stale(super.catalog());
                    }
                }))
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith("the catalogue, read again, does not show what was just made"));
    }

    /** Sends a question that gives no row in place of one. */
    private static final class Rewriting extends BrokenDialect {
        private final String question;

        Rewriting(String question) {
            this.question = question;
        }

        @Override
        public DataSource connect(DatabaseAddress address, String applicationName) {
            return Wire.tapped(
                    super.connect(address, applicationName),
                    sql -> sql.replace(question, "SELECT * FROM (" + question + ") nothing WHERE false"));
        }
    }

    /** Reads once, and says the same ever after. */
    private record Stale(Catalog catalog) implements Catalog {
        @Override
        public SchemaSnapshot snapshot(DataSource database, Set<QualifiedName> ignored) throws SQLException {
            return catalog.snapshot(database, ignored);
        }

        @Override
        public SchemaReader reader(DataSource database, Set<QualifiedName> ignored) {
            SchemaReader reader = catalog.reader(database, ignored);
            return new SchemaReader() {
                private SchemaSnapshot first = SchemaSnapshot.of(Map.of());

                @Override
                public SchemaSnapshot read() throws SQLException {
                    first = first.definitions().isEmpty() ? reader.read() : first;
                    return first;
                }

                @Override
                public void close() throws SQLException {
                    reader.close();
                }
            };
        }

        @Override
        public List<TableSize> sizes(DataSource database, Set<QualifiedName> ignored, Map<QualifiedName, Long> counted)
                throws SQLException {
            return catalog.sizes(database, ignored, counted);
        }

        @Override
        public Map<QualifiedName, List<String>> columns(DataSource database, Set<QualifiedName> ignored)
                throws SQLException {
            return catalog.columns(database, ignored);
        }

        @Override
        public List<InvalidIndex> invalidIndexes(DataSource database, Set<QualifiedName> ignored) throws SQLException {
            return catalog.invalidIndexes(database, ignored);
        }
    }
}
