package dev.rehearsal.sabotage;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Application;
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
import dev.rehearsal.postgres.PostgresDialect;
import java.time.Duration;
import javax.sql.DataSource;

/** A real PostgreSQL of which a test breaks one part. */
class BrokenDialect implements Dialect {
    final PostgresDialect real = new PostgresDialect();

    @Override
    public String id() {
        return real.id();
    }

    @Override
    public Capabilities capabilities() {
        return real.capabilities();
    }

    @Override
    public DataSource connect(DatabaseAddress address, String applicationName) {
        return real.connect(address, applicationName);
    }

    @Override
    public Databases databases() {
        return real.databases();
    }

    @Override
    public Catalog catalog() {
        return real.catalog();
    }

    @Override
    public DataComparison data() {
        return real.data();
    }

    @Override
    public Seeder seeder() {
        return real.seeder();
    }

    @Override
    public RowRemoval rowRemoval() {
        return real.rowRemoval();
    }

    @Override
    public Usage usage() {
        return real.usage();
    }

    @Override
    public Application application(Duration timeout) {
        return real.application(timeout);
    }

    @Override
    public Readers readers() {
        return real.readers();
    }

    @Override
    public Crashes crashes() {
        return real.crashes();
    }

    @Override
    public Backfills backfills() {
        return real.backfills();
    }

    @Override
    public Inspector inspector() {
        return real.inspector();
    }

    @Override
    public Observatory observatory() {
        return real.observatory();
    }

    @Override
    public Errors errors() {
        return real.errors();
    }

    @Override
    public Specimen specimen() {
        return real.specimen();
    }
}
