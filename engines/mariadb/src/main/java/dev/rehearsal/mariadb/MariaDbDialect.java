package dev.rehearsal.mariadb;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Application;
import dev.rehearsal.dialect.Capabilities;
import dev.rehearsal.dialect.Capabilities.Feature;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Catalog;
import dev.rehearsal.dialect.Crashes;
import dev.rehearsal.dialect.DataComparison;
import dev.rehearsal.dialect.Databases;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.dialect.Errors;
import dev.rehearsal.dialect.Inspector;
import dev.rehearsal.dialect.MissingInstrumentException;
import dev.rehearsal.dialect.Observatory;
import dev.rehearsal.dialect.Readers;
import dev.rehearsal.dialect.RowRemoval;
import dev.rehearsal.dialect.Seeder;
import dev.rehearsal.dialect.Specimen;
import dev.rehearsal.dialect.Usage;
import dev.rehearsal.mariadb.catalog.MariaDbCatalog;
import dev.rehearsal.mariadb.contention.MariaDbReaders;
import dev.rehearsal.mariadb.crash.MariaDbCrashes;
import dev.rehearsal.mariadb.data.MariaDbDataComparison;
import dev.rehearsal.mariadb.profile.MariaDbInspector;
import dev.rehearsal.mariadb.seed.MariaDbSeeder;
import dev.rehearsal.mariadb.sql.MariaDbLexer;
import dev.rehearsal.mariadb.watch.MariaDbObservatory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** MariaDB: its tables are filled, its catalogue and its rows are compared, and its sessions watched. */
public final class MariaDbDialect implements Dialect {
    private static final Capabilities CAPABILITIES = new Capabilities(
            Set.of(Feature.SEQUENCES, Feature.WRITE_LOG),
            Map.of(
                    Instrument.USAGE, "nobody can write as an application does on MariaDB yet",
                    Instrument.APPLICATION, "the application's statements cannot be run on MariaDB yet",
                    Instrument.BACKFILLS, "batches cannot be told apart on MariaDB yet",
                    Instrument.INSPECTION, "a database that is not ours cannot be read on MariaDB yet",
                    Instrument.PLANNING, "there are no questions for a plan on MariaDB yet",
                    Instrument.LINTING, "what SQL does on MariaDB cannot be guessed from its text yet"));

    /** Makes one. */
    public MariaDbDialect() {}

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public DataSource connect(DatabaseAddress address, String applicationName) {
        try {
            MariaDbDataSource source = new MariaDbDataSource(address.url());
            source.setUser(address.user());
            source.setPassword(address.password());
            return source;
        } catch (SQLException e) {
            throw new IllegalArgumentException("The driver cannot read the URL of " + address, e);
        }
    }

    @Override
    public Databases databases() {
        return new MariaDbDatabases();
    }

    @Override
    public Catalog catalog() {
        return new MariaDbCatalog();
    }

    @Override
    public DataComparison data() {
        return new MariaDbDataComparison();
    }

    @Override
    public Seeder seeder() {
        return new MariaDbSeeder(new MariaDbLexer());
    }

    @Override
    public Usage usage() {
        throw new MissingInstrumentException(Instrument.USAGE);
    }

    @Override
    public Application application(Duration timeout) {
        throw new MissingInstrumentException(Instrument.APPLICATION);
    }

    @Override
    public Readers readers() {
        return new MariaDbReaders();
    }

    @Override
    public Crashes crashes() {
        return new MariaDbCrashes();
    }

    @Override
    public Inspector inspector() {
        return new MariaDbInspector(database -> connect(database, "rehearsal inspect"));
    }

    @Override
    public Observatory observatory() {
        return new MariaDbObservatory();
    }

    @Override
    public String id() {
        return MariaDbEngine.ID;
    }

    @Override
    public Errors errors() {
        return new MariaDbErrors();
    }

    /** The server's words name no table, so that it is never known which rows they are. */
    @Override
    public RowRemoval rowRemoval() {
        return (database, failure) -> List.of();
    }

    @Override
    public Specimen specimen() {
        return new MariaDbSpecimen();
    }
}
