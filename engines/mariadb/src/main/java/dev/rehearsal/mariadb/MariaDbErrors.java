package dev.rehearsal.mariadb;

import dev.rehearsal.dialect.Errors;
import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.Fault.Concerned;
import dev.rehearsal.migration.Fault.Kind;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the server's error numbers, which say more than its SQLSTATEs. Source: MariaDB documentation, "MariaDB Error Code
 * Reference". It sends no fields with them, so that what an error concerns is not known.
 */
final class MariaDbErrors implements Errors {
    private static final String DRIVER = "org.mariadb.jdbc.";
    /** The connection's number differs from run to run, and tells a reader nothing. */
    private static final Pattern DRIVERS_OWN = Pattern.compile("^\\(conn=\\d+\\) ");

    private static final Map<Integer, Kind> KINDS = Map.ofEntries(
            Map.entry(1064, Kind.SYNTAX),
            Map.entry(1062, Kind.DUPLICATE_ROWS),
            Map.entry(1048, Kind.MISSING_VALUES),
            Map.entry(1138, Kind.MISSING_VALUES),
            Map.entry(4025, Kind.UNMET_CHECK),
            Map.entry(1452, Kind.MISSING_PARENTS),
            Map.entry(1264, Kind.UNFIT_VALUE),
            Map.entry(1292, Kind.UNFIT_VALUE),
            Map.entry(1366, Kind.UNFIT_VALUE),
            Map.entry(1406, Kind.UNFIT_VALUE),
            Map.entry(1071, Kind.LIMIT_EXCEEDED),
            Map.entry(1118, Kind.LIMIT_EXCEEDED),
            Map.entry(1205, Kind.LOCK_NOT_AVAILABLE),
            Map.entry(1213, Kind.DEADLOCK),
            Map.entry(1317, Kind.CANCELLED),
            Map.entry(1969, Kind.CANCELLED),
            Map.entry(1021, Kind.NO_SPACE),
            Map.entry(1114, Kind.NO_SPACE),
            Map.entry(1049, Kind.OBJECT_MISSING),
            Map.entry(1051, Kind.OBJECT_MISSING),
            Map.entry(1054, Kind.OBJECT_MISSING),
            Map.entry(1091, Kind.OBJECT_MISSING),
            Map.entry(1146, Kind.OBJECT_MISSING),
            Map.entry(1007, Kind.OBJECT_EXISTS),
            Map.entry(1050, Kind.OBJECT_EXISTS),
            Map.entry(1060, Kind.OBJECT_EXISTS),
            Map.entry(1061, Kind.OBJECT_EXISTS),
            Map.entry(1044, Kind.PERMISSION),
            Map.entry(1045, Kind.PERMISSION),
            Map.entry(1142, Kind.PERMISSION),
            Map.entry(1370, Kind.PERMISSION));

    @Override
    public Optional<Fault> fault(Throwable thrown, @Nullable String sql) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && isOurs(cause)) {
                return Optional.of(fault(refusal));
            }
        }
        return Optional.empty();
    }

    @Override
    public @Nullable String code(Kind kind) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(entry -> entry.getKey().toString())
                .sorted()
                .findFirst()
                .orElse(null);
    }

    /** The driver throws the platform's own classes of exception too; its frames are in each of them. */
    private static boolean isOurs(Throwable cause) {
        return cause.getClass().getName().startsWith(DRIVER)
                || (cause.getStackTrace().length > 0
                        && cause.getStackTrace()[0].getClassName().startsWith(DRIVER));
    }

    private static Fault fault(SQLException refusal) {
        String message = DRIVERS_OWN
                .matcher(Objects.requireNonNullElse(refusal.getMessage(), refusal.toString()))
                .replaceFirst("");
        String state = Objects.requireNonNullElse(refusal.getSQLState(), "");
        Kind kind =
                state.startsWith("08") ? Kind.CONNECTION_LOST : KINDS.getOrDefault(refusal.getErrorCode(), Kind.OTHER);
        return new Fault(
                kind, message, Integer.toString(refusal.getErrorCode()), null, 0, Concerned.NOTHING, null, null);
    }
}
