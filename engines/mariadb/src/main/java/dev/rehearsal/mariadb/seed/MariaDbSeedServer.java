package dev.rehearsal.mariadb.seed;

import dev.rehearsal.dialect.Seeder.Filled;
import dev.rehearsal.dialect.Seeder.Unfilled;
import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.migration.Assumption;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.Assumed;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.Circling;
import dev.rehearsal.seeding.EmptyPartitions;
import dev.rehearsal.seeding.InsertedRows;
import dev.rehearsal.seeding.Made;
import dev.rehearsal.seeding.SeedColumn;
import dev.rehearsal.seeding.SeedServer;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.SeedTypes;
import dev.rehearsal.seeding.Task;
import dev.rehearsal.seeding.Task.Held;
import dev.rehearsal.seeding.Task.Way;
import dev.rehearsal.seeding.UnfillableException;
import dev.rehearsal.text.Lexer;
import dev.rehearsal.text.Token;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A MariaDB that is being filled, by one session. Not safe for use by threads. */
final class MariaDbSeedServer implements SeedServer {
    /** A migration that has written keys itself will write the next ones, too: these are left free. */
    private static final long NEXT = 10_000;

    /** Whoever has larger keys did not count them. */
    private static final long MOST = 1_000_000_000_000L;

    private static final String ANALYSED = "Rows were filled all the same; look at the table with CHECK TABLE.";

    private final Connection connection;
    private final Lexer lexer;
    private final List<Assumption> assumptions;
    private final InsertedRows inserted;
    private final RowFiller filler;
    private final RestingCircles circles;
    private final SeedTypes types;
    private Map<QualifiedName, SeedTable> defined = Map.of();
    private AssumedTables assumed = AssumedTables.of(Map.of(), List.of());

    MariaDbSeedServer(
            SeedSession session, TableKeys keys, Lexer lexer, InsertedRows inserted, List<Assumption> assumptions) {
        this.connection = session.connection();
        this.lexer = lexer;
        this.assumptions = assumptions;
        this.inserted = inserted;
        this.types = new MariaDbTypes(lexer, session.zeroDates());
        this.filler = new RowFiller(session, keys, types);
        this.circles = new RestingCircles(session, keys);
    }

    @Override
    public Map<QualifiedName, SeedTable> tables(Set<QualifiedName> ignored, VolumeProfile profile) throws SQLException {
        defined = new SeedCatalog(connection).tables(ignored);
        assumed = AssumedTables.of(defined, assumptions);
        return assumed.demanding();
    }

    @Override
    public Collection<SeedTable> defined() {
        return defined.values();
    }

    @Override
    public List<Assumed> assumed() throws SQLException {
        return assumed.answers(connection);
    }

    @Override
    public Map<QualifiedName, Long> rows(List<SeedTable> tables) throws SQLException {
        Map<QualifiedName, Long> rows = new HashMap<>();
        for (SeedTable table : tables) {
            rows.put(table.name(), Sql.number(connection, "SELECT COUNT(*) FROM " + Names.quoted(table.name())));
        }
        return rows;
    }

    @Override
    public Held held(SeedTable table, long rows) throws SQLException {
        long taken = rows;
        for (SeedColumn column : rows == 0 ? List.<SeedColumn>of() : table.columns()) {
            boolean counts = column.type().whole()
                    && table.uniqueKeys().stream().anyMatch(key -> key.columns().equals(List.of(column.name())))
                    && table.foreignKeys().stream()
                            .noneMatch(key -> key.columns().contains(column.name()));
            if (counts) {
                String most = Sql.value(
                        connection,
                        "SELECT MAX(" + Names.quoted(column.name()) + ") FROM " + Names.quoted(table.name()));
                if (most != null && most.length() < 19 && Long.parseLong(most) < MOST) {
                    taken = Math.max(taken, Long.parseLong(most) + NEXT);
                }
            }
        }
        return new Held(rows, taken);
    }

    @Override
    public SeedTable leaving(SeedTable table) {
        return ReservedKey.in(table, inserted);
    }

    @Override
    public void run(String script) throws SQLException {
        StringBuilder statement = new StringBuilder();
        List<String> statements = new ArrayList<>();
        for (Token token : lexer.tokens(script)) {
            if (token.kind() == Token.Kind.END) {
                statements.add(statement.toString());
                statement.setLength(0);
            } else {
                statement.append(token.of(script));
            }
        }
        statements.add(statement.toString());
        for (String one : statements) {
            if (lexer.tokens(one).stream().anyMatch(token -> !token.isBlank())) {
                Sql.run(connection, one);
            }
        }
    }

    @Override
    public Made fill(Task task) throws SQLException, UnfillableException {
        boolean tries = assumed.checks(task.table().name()) && !task.way().trial();
        Way way = task.way();
        return filler.fill(tries ? task.by(new Way(true, way.edges(), way.skip(), way.streams(), way.rows())) : task);
    }

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public Refusal refusal(SQLException refusal) {
        return switch (refusal.getErrorCode()) {
            case 1062, 1586 -> Refusal.OF_KEY;
            // 1526: no partition takes the row.
            case 4025, 1526 -> Refusal.OF_CHECK;
            case 1264, 1265, 1292, 1366, 1367, 1406, 1411, 1416, 1690, 3140, 1525, 1441 -> Refusal.OF_VALUE;
            default ->
                refusal.getSQLState() != null && refusal.getSQLState().startsWith("22")
                        ? Refusal.OF_VALUE
                        : Refusal.OTHER;
        };
    }

    @Override
    public Circling circling() {
        return circles;
    }

    @Override
    public SeedTypes types() {
        return types;
    }

    /** AUTO_INCREMENT goes ahead by itself; a sequence does not. */
    @Override
    public void advance(SeedTable table) throws SQLException {
        for (SeedColumn column : table.columns()) {
            SeedColumn.Sequence sequence = column.sequence();
            if (sequence != null && !sequence.name().isEmpty() && column.type().whole()) {
                String most = Sql.value(
                        connection,
                        "SELECT MAX(" + Names.quoted(column.name()) + ") FROM " + Names.quoted(table.name()));
                if (most != null) {
                    Sql.run(connection, "SELECT SETVAL(" + sequence.name() + ", " + most + ")");
                }
            }
        }
    }

    @Override
    public EmptyPartitions emptyPartitions(SeedTable table) throws SQLException {
        return Partitions.of(connection, table).empty(connection);
    }

    @Override
    public Map<SeedTable, Set<String>> emptyColumns(Collection<SeedTable> tables, VolumeProfile profile)
            throws SQLException {
        return Columns.empty(connection, tables, profile);
    }

    @Override
    public List<Unfilled> analyse(Set<QualifiedName> tables) throws SQLException {
        List<Unfilled> without = new ArrayList<>();
        for (QualifiedName table : tables) {
            Sql.list(
                    connection,
                    "ANALYZE TABLE " + Names.quoted(table),
                    row -> row.getString("Msg_type").equalsIgnoreCase("error")
                            ? without.add(new Unfilled(table.toString(), row.getString("Msg_text"), ANALYSED))
                            : false);
        }
        return without;
    }

    /** A single table has been told already. */
    @Override
    public void tell(List<Filled> tables, Progress progress) {
        if (tables.size() > 1) {
            progress.report("seeded " + tables.size() + " tables:");
            tables.forEach(table -> progress.report(String.format(
                    Locale.ROOT,
                    "  %-40s %,15d %,12.0f rows/s",
                    table.table(),
                    table.rows(),
                    table.rows() / Math.max(0.001, table.seconds()))));
        }
    }
}
