package dev.rehearsal.postgres;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Application;
import dev.rehearsal.dialect.Assertions;
import dev.rehearsal.dialect.Backfills;
import dev.rehearsal.dialect.Capabilities;
import dev.rehearsal.dialect.Catalog;
import dev.rehearsal.dialect.Crashes;
import dev.rehearsal.dialect.DataComparison;
import dev.rehearsal.dialect.Databases;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.dialect.Errors;
import dev.rehearsal.dialect.Inspector;
import dev.rehearsal.dialect.Observatory;
import dev.rehearsal.dialect.Readers;
import dev.rehearsal.dialect.RowRemoval;
import dev.rehearsal.dialect.Seeder;
import dev.rehearsal.dialect.Specimen;
import dev.rehearsal.dialect.Usage;
import dev.rehearsal.postgres.application.PostgresApplication;
import dev.rehearsal.postgres.backfill.PostgresBackfills;
import dev.rehearsal.postgres.catalog.PostgresCatalog;
import dev.rehearsal.postgres.contention.PostgresReaders;
import dev.rehearsal.postgres.crash.PostgresCrashes;
import dev.rehearsal.postgres.data.PostgresDataComparison;
import dev.rehearsal.postgres.error.PostgresErrors;
import dev.rehearsal.postgres.inspect.PostgresInspector;
import dev.rehearsal.postgres.removal.PostgresRowRemoval;
import dev.rehearsal.postgres.seed.PostgresSeeder;
import dev.rehearsal.postgres.session.MigratingConnections;
import dev.rehearsal.postgres.session.NamedSchemas;
import dev.rehearsal.postgres.specimen.PostgresSpecimen;
import dev.rehearsal.postgres.use.PostgresUsage;
import dev.rehearsal.postgres.watch.PostgresObservatory;
import dev.rehearsal.schema.QualifiedName;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL 14 to 18. */
public final class PostgresDialect implements Dialect {
    private static final String DUPLICATE_OBJECT = "42710";

    private final Seeder seeder;

    /** Makes one that fills tables anew in each run. */
    public PostgresDialect() {
        this.seeder = new PostgresSeeder();
    }

    /**
     * Makes one that keeps what it fills tables with.
     *
     * @param cache the directory in which rows are kept from run to run
     */
    public PostgresDialect(Path cache) {
        this.seeder = new PostgresSeeder(cache);
    }

    @Override
    public String id() {
        return PostgresEngine.ID;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.all();
    }

    @Override
    public DataSource connect(DatabaseAddress address, String applicationName) {
        return source(address, applicationName);
    }

    private static PGSimpleDataSource source(DatabaseAddress address, String applicationName) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName(applicationName);
        return source;
    }

    @Override
    public DataSource migrating(DatabaseAddress address) {
        return MigratingConnections.of(source(address, "rehearsal"), address);
    }

    @Override
    public void takenForGranted(DataSource database, Map<String, String> session, Set<QualifiedName> own)
            throws SQLException {
        NamedSchemas.make(database, session, own);
    }

    @Override
    public SessionParameters session(Map<String, String> asked) {
        return MigratingConnections.parameters(asked);
    }

    @Override
    public boolean isThereAlready(SQLException failure) {
        return DUPLICATE_OBJECT.equals(failure.getSQLState());
    }

    @Override
    public Databases databases() {
        return new PostgresDatabases();
    }

    @Override
    public Catalog catalog() {
        return new PostgresCatalog();
    }

    @Override
    public DataComparison data() {
        return new PostgresDataComparison();
    }

    @Override
    public Seeder seeder() {
        return seeder;
    }

    @Override
    public RowRemoval rowRemoval() {
        return new PostgresRowRemoval();
    }

    @Override
    public Usage usage() {
        return new PostgresUsage();
    }

    @Override
    public Application application(Duration timeout) {
        return new PostgresApplication(timeout);
    }

    @Override
    public Readers readers() {
        return new PostgresReaders();
    }

    @Override
    public Crashes crashes() {
        return new PostgresCrashes();
    }

    @Override
    public Backfills backfills() {
        return new PostgresBackfills();
    }

    @Override
    public Inspector inspector() {
        return new PostgresInspector();
    }

    @Override
    public Observatory observatory() {
        return new PostgresObservatory();
    }

    @Override
    public Errors errors() {
        return new PostgresErrors();
    }

    @Override
    public Specimen specimen() {
        return new PostgresSpecimen();
    }

    @Override
    public Assertions assertions() {
        return new PostgresAssertions();
    }
}
