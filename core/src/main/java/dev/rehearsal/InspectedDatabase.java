package dev.rehearsal;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.dialect.Inspector.Inspected;
import dev.rehearsal.dialect.Inspector.Limits;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import dev.rehearsal.spi.Engine;
import dev.rehearsal.spi.Modules;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The database that is there already, and is only read: the one that the settings name, or else Flyway's own.
 *
 * @param project whose database it is
 * @param done what is done with it: {@code inspected}
 * @param needed what must be there for it
 */
record InspectedDatabase(RehearsalProject project, String done, Instrument needed) {
    private static final Duration DEFAULT_STATEMENT = Duration.ofSeconds(30);
    private static final Duration DEFAULT_LOCK = Duration.ofSeconds(2);

    Inspected open() {
        DatabaseAddress address = address();
        Dialect dialect = engine(address).dialect(null);
        dialect.capabilities().without(needed).ifPresent(reason -> {
            throw new InvalidSettingException(shown() + " cannot be " + done + ": " + reason + ".");
        });
        return dialect.inspector().open(address, limits());
    }

    /** {@return the name of its engine, for a reader} */
    String product() {
        return engine(address()).product();
    }

    private static Engine engine(DatabaseAddress address) {
        return Modules.engine(address.url()).orElseThrow();
    }

    /** {@return the version of its server, which shows that it can be read} */
    String server(Inspected inspected) {
        try {
            return inspected.server();
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    DatabaseUnavailableException unavailable(SQLException e) {
        return new DatabaseUnavailableException(shown() + " cannot be " + done + ": " + e.getMessage(), e);
    }

    /** {@return who and where, for a reader; a URL may hold a password behind its question mark} */
    String shown() {
        DatabaseAddress address = address();
        String url = address.url().split("[?]", 2)[0];
        return address.user().isEmpty() ? url : address.user() + "@" + url;
    }

    private DatabaseAddress address() {
        Optional<DatabaseAddress> configured = project.configuredDatabase();
        @Nullable
        String url = setting(Key.INSPECT_URL)
                .or(() -> configured.map(DatabaseAddress::url))
                .orElse(null);
        if (url == null || Modules.engine(url).isEmpty()) {
            throw new InvalidSettingException("Which database is to be " + done + "? Write"
                    + " -Drehearsal.inspect.url=" + Modules.urlForms() + urlKeys()
                    + (url == null ? "." : "; " + url.split("[?]", 2)[0] + " is no " + Modules.products() + "."));
        }
        // who may migrate one database is nobody on another
        Optional<DatabaseAddress> same =
                configured.filter(database -> database.url().equals(url));
        return new DatabaseAddress(
                url,
                setting(Key.INSPECT_USER)
                        .or(() -> same.map(DatabaseAddress::user))
                        .orElse(""),
                setting(Key.INSPECT_PASSWORD)
                        .or(() -> same.map(DatabaseAddress::password))
                        .orElse(""));
    }

    /** {@return how else a runner's configuration names it} */
    private static String urlKeys() {
        return Modules.runners().stream()
                .flatMap(runner -> runner.urlKey().stream())
                .map(key -> ", or " + key)
                .collect(Collectors.joining());
    }

    private Limits limits() {
        return new Limits(
                project.settings().duration(Key.INSPECT_STATEMENT_TIMEOUT).orElse(DEFAULT_STATEMENT),
                project.settings().duration(Key.INSPECT_LOCK_TIMEOUT).orElse(DEFAULT_LOCK));
    }

    private Optional<String> setting(Key key) {
        return project.settings().text(key);
    }
}
