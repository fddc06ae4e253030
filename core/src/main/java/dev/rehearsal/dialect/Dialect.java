package dev.rehearsal.dialect;

import dev.rehearsal.database.DatabaseAddress;
import java.time.Duration;
import javax.sql.DataSource;

/** A database engine: what it can be asked, one interface per kind of question. Stateless; safe for use by threads. */
public interface Dialect {
    /** {@return the name of its engine in reports} */
    String id();

    /** {@return what of all this is there, and what the server can do; whoever needs a part asks first} */
    Capabilities capabilities();

    /**
     * {@return a source of connections to a database}
     *
     * @param address which database
     * @param applicationName how the connections call themselves on the server
     */
    DataSource connect(DatabaseAddress address, String applicationName);

    /** {@return the making and removing of databases} */
    Databases databases();

    /** {@return the reading of the catalogue} */
    Catalog catalog();

    /** {@return the comparing of data} */
    DataComparison data();

    /** {@return the filling of tables} */
    Seeder seeder();

    /** {@return the taking out of rows that a migration fails on} */
    RowRemoval rowRemoval();

    /** {@return the imitation of an application that writes} */
    Usage usage();

    /**
     * {@return the running of the application's own statements}
     *
     * @param timeout when one that does not end is cancelled
     */
    Application application(Duration timeout);

    /** {@return the imitation of transactions that do not end} */
    Readers readers();

    /** {@return the ending of sessions in the middle of their work} */
    Crashes crashes();

    /** {@return the reading of databases that are not ours} */
    Inspector inspector();

    /** {@return the watching of sessions} */
    Observatory observatory();

    /**
     * {@return what the assertions of a test ask}
     *
     * @throws UnansweredException if the engine answers none of it
     */
    default Assertions assertions() {
        throw new UnansweredException("this database engine does not answer the assertions of tests yet");
    }

    /** {@return what its errors mean} */
    Errors errors();

    /** {@return what is made so that all of these must see it} */
    Specimen specimen();
}
