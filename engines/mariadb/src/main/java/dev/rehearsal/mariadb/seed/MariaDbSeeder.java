package dev.rehearsal.mariadb.seed;

import dev.rehearsal.dialect.Seeder;
import dev.rehearsal.migration.Assumption;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.InsertedRows;
import dev.rehearsal.seeding.SeedRun;
import dev.rehearsal.text.Lexer;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Fills the tables of a MariaDB on the server itself. Every value is a hash of the seed, its column and the number of its
 * row, so the same seed gives the same rows. Foreign keys rest meanwhile; triggers fire. Stateless; safe for use by
 * threads, one database each.
 */
public final class MariaDbSeeder implements Seeder {
    private final Lexer lexer;
    private final InsertedRows inserted;
    private final List<Assumption> assumptions;

    /**
     * Makes one.
     *
     * @param lexer takes SQL apart
     */
    public MariaDbSeeder(Lexer lexer) {
        this(lexer, InsertedRows.NONE, List.of());
    }

    private MariaDbSeeder(Lexer lexer, InsertedRows inserted, List<Assumption> assumptions) {
        this.lexer = lexer;
        this.inserted = inserted;
        this.assumptions = List.copyOf(assumptions);
    }

    @Override
    public Seeder keepingFree(Collection<String> statements) {
        return new MariaDbSeeder(lexer, InsertedRows.of(statements, new MariaDbWords(lexer)), assumptions);
    }

    @Override
    public Seeder assuming(List<Assumption> others) {
        return new MariaDbSeeder(lexer, inserted, others);
    }

    @Override
    public Filling fill(DataSource database, VolumeProfile profile, Set<QualifiedName> ignored, Progress progress)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            SeedSession session = SeedSession.prepare(connection);
            TableKeys keys = new TableKeys(connection);
            try {
                return new SeedRun(
                                new MariaDbSeedServer(session, keys, lexer, inserted, assumptions), profile, progress)
                        .fill(ignored);
            } finally {
                keys.drop();
            }
        }
    }
}
