package dev.rehearsal.postgres.seed;

import dev.rehearsal.dialect.Seeder;
import dev.rehearsal.migration.Assumption;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.InsertedRows;
import dev.rehearsal.seeding.SeedRun;
import dev.rehearsal.volume.VolumeProfile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Fills the tables of a PostgreSQL database on the server itself. Every value is a hash of the seed, its column and the
 * number of its row, so the same seed gives the same rows, by however many sessions. Stateless; safe for use by
 * threads, one database each.
 *
 * <p>As a superuser it lets triggers, rules and row-level security rest and builds indexes after the rows; as another
 * user it fills the plain way.
 */
public final class PostgresSeeder implements Seeder {
    private final int sessions;
    private final @Nullable RowCache cache;
    private final InsertedRows inserted;
    private final List<Assumption> assumptions;

    /** Makes one that makes rows in one session and writes them in another. */
    public PostgresSeeder() {
        this(2);
    }

    /**
     * Makes one; the rows are the same with any number of sessions.
     *
     * @param sessions 1 or 2: whether rows are written by the session that makes them, or by another meanwhile
     */
    public PostgresSeeder(int sessions) {
        this(sessions, null);
    }

    /**
     * Makes one that keeps rows for later runs and takes them from earlier ones.
     *
     * @param directory where they are kept
     */
    public PostgresSeeder(Path directory) {
        this(2, new RowCache(directory, RowCache.LIMIT));
    }

    PostgresSeeder(int sessions, @Nullable RowCache cache) {
        this(sessions, cache, InsertedRows.NONE, List.of());
    }

    private PostgresSeeder(
            int sessions, @Nullable RowCache cache, InsertedRows inserted, List<Assumption> assumptions) {
        this.sessions = sessions;
        this.cache = cache;
        this.inserted = inserted;
        this.assumptions = List.copyOf(assumptions);
    }

    @Override
    public Seeder keepingFree(Collection<String> statements) {
        return new PostgresSeeder(sessions, cache, InsertedRows.of(statements, new PostgresWords()), assumptions);
    }

    @Override
    public Seeder assuming(List<Assumption> others) {
        return new PostgresSeeder(sessions, cache, inserted, others);
    }

    @Override
    public Filling fill(DataSource database, VolumeProfile profile, Set<QualifiedName> ignored, Progress progress)
            throws SQLException {
        try (Connection connection = database.getConnection();
                RowStream stream = new RowStream(database, cache, progress)) {
            SeedSession session = SeedSession.prepare(connection);
            boolean streams = sessions > 1 && session.superuser();
            AssumedRules assumed = new AssumedRules(connection, assumptions);
            try {
                PostgresSeedServer server =
                        new PostgresSeedServer(session, streams ? stream : null, inserted, assumed, progress);
                return new SeedRun(server, profile, progress).fill(ignored);
            } finally {
                assumed.lift();
            }
        }
    }
}
