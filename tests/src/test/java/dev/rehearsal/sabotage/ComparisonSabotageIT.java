package dev.rehearsal.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.Loss;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.DataComparison;
import dev.rehearsal.dialect.DataReader;
import dev.rehearsal.dialect.Databases;
import dev.rehearsal.scenario.Instruments;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each query that the comparison of data was seen to send gives no row, or answers for the database before. Which ones there
 * are is what is really sent, so that a new one is among them by itself.
 */
class ComparisonSabotageIT {
    /** Of queries that differ in a table's name alone, the first few speak for the others. */
    private static final Pattern COMPARES =
            Pattern.compile("dev\\.rehearsal\\.postgres\\.(data\\..*|catalog\\.Table(Sizes|Columns))");

    static Set<String> queries() throws SQLException {
        Set<String> sent = new ConcurrentSkipListSet<>();
        Instruments.unseenByComparison(new BrokenDialect() {
            @Override
            public DataSource connect(DatabaseAddress address, String applicationName) {
                return Wire.tapped(super.connect(address, applicationName), sql -> {
                    if (asks(sql)) {
                        sent.add(sql);
                    }
                    return sql;
                });
            }
        });
        return sent;
    }

    private static boolean asks(String sql) {
        return (sql.startsWith("SELECT") || sql.startsWith("WITH"))
                && StackWalker.getInstance()
                        .walk(frames -> frames.anyMatch(
                                frame -> COMPARES.matcher(frame.getClassName()).matches()));
    }

    @Test
    void whole_it_sees_all_of_the_specimen() throws SQLException {
        assertThat(Instruments.unseenByComparison(new BrokenDialect())).isEmpty();
        assertThat(queries()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_query_that_gives_no_row_is_noticed(String query) throws SQLException {
        assertThat(Instruments.unseenByComparison(new BrokenDialect() {
                    @Override
                    public DataSource connect(DatabaseAddress address, String applicationName) {
                        return Wire.tapped(
                                super.connect(address, applicationName),
                                sql -> sql.equals(query) ? "SELECT * FROM (" + query + ") nothing WHERE false" : sql);
                    }
                }))
                .as(query)
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_query_that_answers_for_the_database_before_is_noticed_or_tells_the_same(String query) throws SQLException {
        try (Stale stale = new Stale(query)) {
            List<String> unseen = Instruments.unseenByComparison(stale);
            if (stale.answersDiffer()) {
                assertThat(unseen).as(query).isNotEmpty();
            }
        }
    }

    @Test
    void a_comparison_that_finds_nothing_is_noticed() throws SQLException {
        assertThat(Instruments.unseenByComparison(new BrokenDialect() {
                    @Override
                    public DataComparison data() {
                        return new Content(super.data());
                    }
                }))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("the comparison of data does not tell what was just changed: public.above.note"));
    }

    /** Finds all as it was. */
    private record Content(DataComparison real) implements DataComparison {
        @Override
        public DataFingerprint fingerprint(DataSource database, Set<QualifiedName> ignored) throws SQLException {
            return real.fingerprint(database, ignored);
        }

        @Override
        public DataReader reader(DataSource database, DataSource maintenance, Set<QualifiedName> ignored) {
            return real.reader(database, maintenance, ignored);
        }

        @Override
        public List<Loss> losses(
                DataSource before, DataFingerprint beforePrint, DataSource after, DataFingerprint afterPrint) {
            return List.of();
        }
    }

    /** Answers a query of a copy from what it was copied from. */
    private static final class Stale extends BrokenDialect implements AutoCloseable {
        private final String query;
        private final Map<String, String> sources = new ConcurrentHashMap<>();
        private final List<Connection> open = new ArrayList<>();
        private boolean differ;

        Stale(String query) {
            this.query = query;
        }

        /** {@return whether the two databases answer the query otherwise} */
        boolean answersDiffer() {
            return differ;
        }

        @Override
        public DataSource connect(DatabaseAddress address, String applicationName) {
            DataSource real = super.connect(address, applicationName);
            String name = address.url().substring(address.url().lastIndexOf('/') + 1);
            return Wire.tapped(real, new Wire.Tap() {
                @Override
                public String passes(String sql) {
                    return sql;
                }

                @Override
                public @Nullable ResultSet answers(String sql) throws SQLException {
                    String source = sources.get(name);
                    if (source == null || !sql.equals(query)) {
                        return null;
                    }
                    differ |= !rows(real.getConnection(), query).equals(rows(of(source), query));
                    return of(source).createStatement().executeQuery(query);
                }
            });
        }

        private Connection of(String database) throws SQLException {
            Connection connection =
                    TestPostgres.connect(TestPostgres.address(database)).getConnection();
            open.add(connection);
            return connection;
        }

        private static List<String> rows(Connection connection, String query) throws SQLException {
            List<String> rows = new ArrayList<>();
            try (connection;
                    ResultSet row = connection.createStatement().executeQuery(query)) {
                while (row.next()) {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(row.getString(i)).append('\t');
                    }
                    rows.add(text.toString());
                }
            } catch (SQLException e) {
                rows.add(e.getMessage()); // a table that was dropped
            }
            return rows;
        }

        @Override
        public Databases databases() {
            Databases real = super.databases();
            return new Databases() {
                @Override
                public ServerFacts facts(DataSource maintenance) throws SQLException {
                    return real.facts(maintenance);
                }

                @Override
                public void create(DataSource maintenance, String name) throws SQLException {
                    real.create(maintenance, name);
                }

                @Override
                public long copy(DataSource maintenance, String source, String name) throws SQLException {
                    sources.put(name, source);
                    return real.copy(maintenance, source, name);
                }

                @Override
                public void drop(DataSource maintenance, Collection<String> names) throws SQLException {
                    real.drop(maintenance, names);
                }
            };
        }

        @Override
        public void close() throws SQLException {
            for (Connection connection : open) {
                connection.close();
            }
        }
    }
}
