package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A database cluster on disk: made by initdb, with a password from its first moment, and with settings that wait for
 * the disk as production does.
 *
 * @param programs the directory that holds {@code bin/postgres}
 * @param account who it runs as
 * @param run the private directory that it lies in
 * @param major the major version of the programs
 */
record Cluster(Path programs, Account account, RunDirectory run, int major) {
    static final String SUPERUSER = "postgres";

    private static final Duration INITDB = Duration.ofMinutes(2);
    private static final int INITDB_TAKES_SETTINGS_FROM = 16;
    private static final List<String> SETTINGS = List.of(
            "listen_addresses = '127.0.0.1'",
            "unix_socket_directories = ''",
            "wal_level = replica",
            "autovacuum = on",
            "max_connections = 100",
            "shared_buffers = 512MB",
            "max_wal_size = 4GB",
            // so that it can still be asked, when tables are compared, which of them were written
            "wal_keep_size = 256MB",
            "checkpoint_timeout = 15min",
            // errors of rehearsed statements reach the report; here they would only be values on disk
            "log_min_messages = log",
            "log_min_error_statement = panic");

    private static final List<String> DURABLE =
            List.of("fsync = on", "synchronous_commit = on", "full_page_writes = on");
    private static final List<String> FORGETFUL =
            List.of("fsync = off", "synchronous_commit = off", "full_page_writes = off");

    /**
     * Makes it.
     *
     * @param cache where what initdb makes is kept
     * @param durable whether what was committed survives a crash of the machine
     * @return the superuser's password; if the cluster is a copy, that of all copies
     */
    Superuser make(BinariesCache cache, boolean durable) throws IOException {
        Superuser superuser = made(cache);
        Path configuration = run.data().resolve("postgresql.conf");
        Files.write(configuration, SETTINGS, StandardOpenOption.APPEND);
        Files.write(configuration, durable ? DURABLE : FORGETFUL, StandardOpenOption.APPEND);
        return superuser;
    }

    /**
     * How to log in.
     *
     * @param password of the superuser
     * @param shared whether other clusters begin with it
     */
    record Superuser(String password, boolean shared) {}

    /** What another account may read is not kept: only its own runs may trust it. */
    private Superuser made(BinariesCache cache) throws IOException {
        if (!account.isOther()) {
            List<String> options =
                    new ArrayList<>(initdb(Path.of("data"), Path.of("password")).words());
            options.addAll(surroundings());
            Optional<String> password = InitialCluster.of(cache, programs, String.join("\n", options), this::initialise)
                    .copyTo(run.data());
            if (password.isPresent()) {
                return new Superuser(password.get(), true);
            }
        }
        String password = Loopback.randomPassword();
        initialise(run.data(), password);
        return new Superuser(password, false);
    }

    /** {@return what else initdb takes from this machine} */
    private static List<String> surroundings() {
        List<String> all = new ArrayList<>(List.of(ZoneId.systemDefault().getId()));
        new TreeMap<>(System.getenv()).forEach((name, value) -> {
            if (name.matches("TZ|LANG|LANGUAGE|LC_.*")) {
                all.add(name + "=" + value);
            }
        });
        return all;
    }

    private void initialise(Path data, String password) throws IOException {
        Path file = run.path().resolve("password");
        Files.writeString(Files.createFile(file, Directories.privateFile(file)), password);
        account.give(file);
        account.give(Files.createDirectory(data, Directories.privately(run.path())));
        Command.Outcome outcome = initdb(data, file).run(run.path(), INITDB);
        Files.delete(file);
        if (!outcome.succeeded()) {
            throw new DatabaseUnavailableException("initdb could not make a database cluster:\n" + outcome.output());
        }
    }

    /** It syncs what it makes: what is kept must outlive a crash of the machine, or be seen not to. */
    private Command initdb(Path data, Path password) {
        Command command = new Command(account.prefix())
                .with(program("initdb"), "-D", data.toString(), "-U", SUPERUSER)
                .with("-A", "scram-sha-256", "--pwfile=" + password)
                .with("-E", "UTF8");
        if (data.equals(run.data())) {
            command = command.with("--no-sync");
        }
        if (major >= INITDB_TAKES_SETTINGS_FROM) {
            // Many rounds make guesses of a weak password dear; this one is of 192 random bits, and logins are many.
            command = command.with("-c", "scram_iterations=1");
        }
        // the same order of text on every machine, whatever its user's language
        return Platform.current().system().equals("linux") ? command.with("--locale=C.UTF-8") : command;
    }

    /** {@return the command that runs the server} */
    List<String> server(int port) {
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of(program("postgres"), "-D", run.data().toString(), "-p", Integer.toString(port)));
        return command;
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }
}
