package dev.rehearsal.dialect;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * {@return a source of connections to migrate a database through, which say what the address asks of such sessions}
     *
     * @param address which database
     */
    default DataSource migrating(DatabaseAddress address) {
        return connect(address, "rehearsal");
    }

    /**
     * Makes the schema that the project's connections name and in which its runner keeps its history: the runner would make
     * it, and no undo takes it away.
     *
     * @param database where
     * @param session the connections' parameters, as far as they are kept
     * @param own the runner's own tables
     * @throws SQLException if the server refuses
     */
    default void takenForGranted(DataSource database, Map<String, String> session, Set<QualifiedName> own)
            throws SQLException {
        // most engines take nothing for granted
    }

    /**
     * {@return what of a project's connection parameters its migrating sessions take over}
     *
     * @param asked as the project has them, without who and where
     */
    default SessionParameters session(Map<String, String> asked) {
        return new SessionParameters(Map.of(), List.copyOf(asked.keySet()));
    }

    /**
     * {@return whether a statement failed because what it makes is there already}
     *
     * @param failure what the server said
     */
    default boolean isThereAlready(SQLException failure) {
        return false;
    }

    /**
     * What is taken over of a project's connection parameters.
     *
     * @param kept those that are
     * @param left the names of those that are not
     */
    record SessionParameters(Map<String, String> kept, List<String> left) {
        public SessionParameters {
            kept = Map.copyOf(kept);
            left = List.copyOf(left);
        }
    }

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

    /**
     * {@return the watching and disturbing of migrations that write in batches}
     *
     * @throws MissingInstrumentException if the engine cannot; {@link Capabilities} tells why
     */
    default Backfills backfills() {
        throw new MissingInstrumentException(Capabilities.Instrument.BACKFILLS);
    }

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
