package dev.rehearsal.postgres.session;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Dialect.SessionParameters;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Lets migrating sessions connect as the project's own do. */
public final class MigratingConnections {
    /** The driver knows it as no property: it is set in the session. */
    private static final String TIME_ZONE = "TimeZone";

    /** What changes what a script does; how to reach the server, and how long to wait for it, is ours to say. */
    private static final Set<String> KEPT = caseless(
            TIME_ZONE,
            "adaptiveFetch",
            "adaptiveFetchMaximum",
            "adaptiveFetchMinimum",
            "allowEncodingChanges",
            "autosave",
            "binaryTransfer",
            "binaryTransferDisable",
            "binaryTransferEnable",
            "cleanupSavepoints",
            "currentSchema",
            "defaultRowFetchSize",
            "disableColumnSanitiser",
            "escapeSyntaxCallMode",
            "options",
            "preferQueryMode",
            "preparedStatementCacheQueries",
            "preparedStatementCacheSizeMiB",
            "prepareThreshold",
            "quoteReturningIdentifiers",
            "reWriteBatchedInserts",
            "stringtype");

    private MigratingConnections() {}

    /**
     * {@return what of a project's connection parameters its migrating sessions take over}
     *
     * @param asked as the project has them
     */
    public static SessionParameters parameters(Map<String, String> asked) {
        Map<String, String> kept = new LinkedHashMap<>();
        List<String> left = new ArrayList<>();
        asked.forEach((name, value) -> {
            if (KEPT.contains(name)) {
                kept.put(name, value);
            } else {
                left.add(name);
            }
        });
        return new SessionParameters(kept, left);
    }

    /**
     * {@return connections that say what an address asks of migrating sessions}
     *
     * @param source connections of a migrating session; changed
     * @param address what is asked
     */
    public static DataSource of(PGSimpleDataSource source, DatabaseAddress address) {
        String zone = null;
        for (Map.Entry<String, String> parameter : address.session().entrySet()) {
            if (parameter.getKey().equalsIgnoreCase(TIME_ZONE)) {
                zone = parameter.getValue();
            } else {
                set(source, parameter.getKey(), parameter.getValue());
            }
        }
        return zone == null ? source : new ZonedSource(source, zone);
    }

    private static void set(PGSimpleDataSource source, String name, String value) {
        try {
            source.setProperty(name, value);
        } catch (SQLException e) {
            throw new IllegalArgumentException("The connection parameter " + name + " is not known to the driver", e);
        }
    }

    private static Set<String> caseless(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }
}
