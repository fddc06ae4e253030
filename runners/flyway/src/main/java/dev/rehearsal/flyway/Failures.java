package dev.rehearsal.flyway;

import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.spi.Modules;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;
import org.jspecify.annotations.Nullable;

/** Turns what Flyway throws into what a reader needs. */
final class Failures {
    private final List<ScannedFile> files;

    /**
     * Makes one.
     *
     * @param files the scripts and classes that may have failed
     */
    Failures(List<ScannedFile> files) {
        this.files = files;
    }

    RunFailure of(FlywayException thrown) {
        FlywaySqlScriptException script = find(thrown, FlywaySqlScriptException.class);
        String statement = script == null ? null : script.getStatement().strip();
        Fault fault = Modules.fault(thrown, statement).orElseGet(() -> unknown(thrown, file(thrown)));
        return new RunFailure(fault, script(thrown, script), line(script, fault), statement);
    }

    /** {@return whether all was applied, and a callback that Flyway then calls failed} */
    static boolean isAfterMigrate(FlywayException thrown) {
        String message = Objects.requireNonNullElse(thrown.getMessage(), "");
        return Stream.of(Event.AFTER_MIGRATE, Event.AFTER_MIGRATE_APPLIED, Event.AFTER_MIGRATE_OPERATION_FINISH)
                .anyMatch(event -> message.startsWith("Error while executing " + event.getId() + " callback"));
    }

    /** {@return the failure of Flyway to run a script that it was shown} */
    static RunFailure passedOver(ScannedFile file) {
        return new RunFailure(
                "Flyway did not run " + file.script().name() + ", although it is pending.",
                null,
                null,
                file.script().name(),
                0,
                null);
    }

    /** {@return what failed among the files; null if it is something else, for example a callback} */
    @Nullable
    ScannedFile file(FlywayException thrown) {
        FlywayMigrateException migrate = find(thrown, FlywayMigrateException.class);
        return migrate == null || migrate.getMigration() == null
                ? null
                : file(migrate.getMigration().getScript());
    }

    private @Nullable ScannedFile file(String historyName) {
        return files.stream()
                .filter(file -> file.historyName().equals(historyName))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String script(FlywayException thrown, @Nullable FlywaySqlScriptException script) {
        if (script != null && script.getResource() != null) {
            ScannedFile file = file(script.getResource().getRelativePath());
            return file == null
                    ? script.getResource().getFilename()
                    : file.script().name(); // else a callback
        }
        ScannedFile file = file(thrown);
        return file == null ? null : file.script().name();
    }

    private int line(@Nullable FlywaySqlScriptException script, Fault fault) {
        if (script == null || script.getLineNumber() < 0) {
            return 0;
        }
        ParsedStatement parsed = parsed(script);
        if (parsed == null) {
            return script.getLineNumber();
        }
        return fault.position() == 0 ? parsed.line() : parsed.lineAt(fault.position());
    }

    private @Nullable ParsedStatement parsed(FlywaySqlScriptException script) {
        ScannedFile file =
                script.getResource() == null ? null : file(script.getResource().getRelativePath());
        return file == null
                ? null
                : file.parsed().statements().stream()
                        .filter(one -> one.sql().equals(script.getStatement()))
                        .min((one, other) -> Integer.compare(
                                Math.abs(one.line() - script.getLineNumber()),
                                Math.abs(other.line() - script.getLineNumber())))
                        .orElse(null);
    }

    /** What is no server's error: of Flyway itself, or of a class of the project's. */
    /** A class that fails by itself most often wants what only the application has. */
    private static Fault unknown(FlywayException thrown, @Nullable ScannedFile file) {
        SQLException sql = find(thrown, SQLException.class);
        Throwable told = sql == null ? root(thrown) : sql;
        return Fault.unknown(
                Objects.requireNonNullElse(told.getMessage(), told.toString()),
                sql == null ? null : sql.getSQLState(),
                sql != null || file == null || file.type() == null
                        ? null
                        : "If " + file.script().name()
                                + " needs the application, say in rehearsal.yaml what stands for it: standIn: { \""
                                + file.version() + "\": \"stand-in.sql\" }, or { \"" + file.version()
                                + "\": \"does nothing — <reason>\" }.");
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static <T> @Nullable T find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
