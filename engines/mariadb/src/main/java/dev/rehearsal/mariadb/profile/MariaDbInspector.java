package dev.rehearsal.mariadb.profile;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Inspector;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Opens a MariaDB for reading, of which as yet the statistics alone can be asked. Stateless; safe for use by threads.
 *
 * @param connect opens connections
 */
public record MariaDbInspector(Function<DatabaseAddress, DataSource> connect) implements Inspector {
    @Override
    public Inspected open(DatabaseAddress database, Limits limits) {
        return new MariaDbInspected(connect.apply(database), limits);
    }
}
