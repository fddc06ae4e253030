package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.database.Slots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Servers that run for us alone, one for each live database: in MariaDB a schema is the database, so that a copy under
 * another name on the same server would be another schema. Safe for use by several threads.
 */
final class MariaDbServer implements DatabaseServer, Slots {
    /** The slot that nobody migrates. */
    private static final String MAINTENANCE = "maintenance";

    private final MariaDbPrograms programs;
    private final RunDirectory run;
    private final MariaDbConnector connector;
    private final boolean durable;
    private final String password = Loopback.randomPassword();
    private final Map<String, MariaDbSlot> slots = new HashMap<>();

    private MariaDbServer(MariaDbPrograms programs, RunDirectory run, MariaDbConnector connector, boolean durable) {
        this.programs = programs;
        this.run = run;
        this.connector = connector;
        this.durable = durable;
    }

    static MariaDbServer start(MariaDbPrograms programs, RunDirectory run, MariaDbConnector connector, boolean durable)
            throws IOException {
        MariaDbServer server = new MariaDbServer(programs, run, connector, durable);
        server.make(MAINTENANCE, programs.template(), "").start(Set.of());
        return server;
    }

    MariaDbPrograms programs() {
        return programs;
    }

    RunDirectory run() {
        return run;
    }

    MariaDbConnector connector() {
        return connector;
    }

    boolean durable() {
        return durable;
    }

    String password() {
        return password;
    }

    DatabaseAddress address(int port, String schema) {
        // no certificate, and the loopback alone: nothing to encrypt
        return new DatabaseAddress(
                "jdbc:mariadb://127.0.0.1:" + port + "/" + schema + "?sslMode=disable", MariaDbPrograms.USER, password);
    }

    @Override
    public String provider() {
        return "embedded:mariadb";
    }

    @Override
    public DatabaseAddress maintenance() {
        return database(MAINTENANCE);
    }

    @Override
    public synchronized DatabaseAddress database(String database) {
        MariaDbSlot slot = slots.get(database);
        if (slot == null) {
            throw new DatabaseUnavailableException("There is no database " + database + " any more.");
        }
        try {
            slot.start(Set.of());
            return slot.address();
        } catch (IOException e) {
            throw new DatabaseUnavailableException("Cannot start the server of " + database + ": " + e, e);
        }
    }

    @Override
    public Optional<Slots> slots() {
        return Optional.of(this);
    }

    @Override
    public synchronized void create(String name, Set<String> schemas) {
        String schema = schemas.stream().sorted().findFirst().orElse("");
        try {
            make(name, programs.template(), schema).start(schemas);
        } catch (IOException | DatabaseUnavailableException e) {
            throw new DatabaseUnavailableException("Cannot make the database " + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized long copy(String source, String name) {
        MariaDbSlot original = slots.get(source);
        if (original == null) {
            throw new DatabaseUnavailableException("There is no database " + source + " to copy.");
        }
        try {
            original.stop();
            MariaDbSlot copy = make(name, original.data(), original.schema());
            return Directories.size(copy.data());
        } catch (IOException e) {
            throw new DatabaseUnavailableException("Cannot copy the database " + source + ": " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void drop(Collection<String> names) {
        DatabaseUnavailableException failure = null;
        for (String name : names) {
            MariaDbSlot slot = slots.remove(name);
            try {
                if (slot != null) {
                    slot.stopByForce();
                    Directories.delete(slot.data());
                }
            } catch (IOException | UncheckedIOException e) {
                failure = new DatabaseUnavailableException(
                        "Cannot remove the database " + name + ": " + e.getMessage(), e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private MariaDbSlot make(String name, Path from, String schema) throws IOException {
        Path data = run.path().resolve(name);
        Directories.copy(from, data);
        MariaDbSlot slot = new MariaDbSlot(this, data, schema);
        slots.put(name, slot);
        return slot;
    }

    @Override
    public List<String> unlikeProduction() {
        try {
            return Files.getFileStore(run.path()).type().matches("tmpfs|ramfs")
                    ? List.of("the data directory " + run.path().getParent()
                            + " is a file system in memory: nothing waits for a disk")
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> lastWords() {
        return run.log()
                .lines()
                .filter(line -> line.matches(".*(\\[ERROR\\]|No space left|signal \\d+).*"))
                .map(String::strip)
                .toList();
    }

    @Override
    public boolean keepsDatabases() {
        return false;
    }

    @Override
    public synchronized void close() {
        try {
            run.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
