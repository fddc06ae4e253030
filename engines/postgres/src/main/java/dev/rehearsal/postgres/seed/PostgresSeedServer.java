package dev.rehearsal.postgres.seed;

import dev.rehearsal.dialect.Seeder.Filled;
import dev.rehearsal.dialect.Seeder.Unfilled;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.Assumed;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.Circling;
import dev.rehearsal.seeding.EmptyPartitions;
import dev.rehearsal.seeding.InsertedRows;
import dev.rehearsal.seeding.Made;
import dev.rehearsal.seeding.SeedServer;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.SeedTypes;
import dev.rehearsal.seeding.Task;
import dev.rehearsal.seeding.Task.Held;
import dev.rehearsal.seeding.UnfillableException;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that is being filled, by one session or two. Not safe for use by threads. */
final class PostgresSeedServer implements SeedServer {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String UNDEFINED_FUNCTION = "42883";

    private final Connection connection;
    private final boolean streams;
    private final InsertedRows inserted;
    private final AssumedRules assumed;
    private final TableFiller filler;
    private final DeferredCircles circles;
    private final SeedTypes types = new PostgresTypes();

    /** Makes one; without a stream all rows are made and written by the one session. */
    PostgresSeedServer(
            SeedSession session,
            @Nullable RowStream stream,
            InsertedRows inserted,
            AssumedRules assumed,
            Progress progress) {
        this.connection = session.connection();
        this.streams = stream != null;
        this.inserted = inserted;
        this.assumed = assumed;
        ParentKeys keys = new ParentKeys(connection);
        this.filler = new TableFiller(session, stream, keys, types, progress);
        this.circles = new DeferredCircles(session, keys);
    }

    @Override
    public Map<QualifiedName, SeedTable> tables(Set<QualifiedName> ignored, VolumeProfile profile) throws SQLException {
        return assumed.impose(ignored, profile);
    }

    @Override
    public Collection<SeedTable> defined() {
        return assumed.defined().values();
    }

    @Override
    public List<Assumed> assumed() {
        return assumed.answers();
    }

    @Override
    public Map<QualifiedName, Long> rows(List<SeedTable> tables) throws SQLException {
        return RowCounts.of(connection, tables);
    }

    @Override
    public Held held(SeedTable table, long rows) throws SQLException {
        return RowCounts.held(connection, table, rows);
    }

    @Override
    public SeedTable leaving(SeedTable table) throws SQLException {
        return FreeKeys.in(connection, table, inserted);
    }

    @Override
    public void run(String script) throws SQLException {
        SeedSql.run(connection, script);
    }

    @Override
    public Made fill(Task task) throws SQLException, UnfillableException {
        return filler.fill(task);
    }

    @Override
    public boolean streams() {
        return streams;
    }

    @Override
    public Refusal refusal(SQLException refusal) {
        String state = refusal.getSQLState() == null ? "" : refusal.getSQLState();
        return switch (state) {
            case LOCK_NOT_AVAILABLE, UNDEFINED_FUNCTION -> Refusal.OF_STREAM;
            case "23505", "23P01" -> Refusal.OF_KEY;
            case "23514" -> Refusal.OF_CHECK;
            default -> state.matches("(2|0A|P0).*") ? Refusal.OF_VALUE : Refusal.OTHER;
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

    @Override
    public void advance(SeedTable table) throws SQLException {
        Sequences.advance(connection, table);
    }

    @Override
    public EmptyPartitions emptyPartitions(SeedTable table) throws SQLException {
        return PartitionRows.empty(connection, table);
    }

    @Override
    public Map<SeedTable, Set<String>> emptyColumns(Collection<SeedTable> tables, VolumeProfile profile)
            throws SQLException {
        return EmptyColumns.of(connection, tables, profile);
    }

    @Override
    public List<Unfilled> analyse(Set<QualifiedName> tables) throws SQLException {
        return new Upkeep(connection).of(tables);
    }

    @Override
    public void tell(List<Filled> tables, Progress progress) throws SQLException {
        new Summary(connection).tell(tables, progress);
    }
}
