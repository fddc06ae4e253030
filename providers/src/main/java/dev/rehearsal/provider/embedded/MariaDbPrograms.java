package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * MariaDB's programs on disk, and a data directory that was initialised by them once: to copy it takes a tenth of the time
 * that its own program for that takes.
 *
 * @param directory holds {@code bin/mariadbd}
 * @param template the initialised data directory, which is only ever copied
 */
record MariaDbPrograms(Path directory, Path template) {
    static final String USER = "rehearsal";
    static final String PID_FILE = "mariadbd.pid";

    private static final Duration INSTALL = Duration.ofMinutes(3);
    /** Small files: each stage is a copy of them. */
    private static final List<String> SMALL = List.of("--innodb_log_file_size=16M", "--innodb_undo_tablespaces=0");

    private static final List<String> SETTINGS = List.of(
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            // it would make a key and a certificate first, which takes seconds
            "--skip-ssl",
            "--socket=mariadbd.sock",
            "--pid-file=" + PID_FILE,
            "--event-scheduler=OFF",
            "--character-set-server=utf8mb4",
            "--skip-log-bin",
            "--innodb_buffer_pool_size=256M",
            // who holds and awaits which lock, for how long, how a table was changed, and which rows were used
            "--performance-schema=ON",
            "--performance-schema-instrument=wait/lock/metadata/sql/mdl=ON",
            "--performance-schema-instrument=stage/sql/copy to tmp table=ON",
            "--performance-schema-instrument=stage/sql/Waiting for table metadata lock=ON",
            "--performance-schema-consumer-events-stages-current=ON",
            "--performance-schema-consumer-events-stages-history-long=ON");

    /** {@return those of a jar, unpacked and initialised if they have not been} */
    static MariaDbPrograms of(MariaDbArtifact artifact, MariaDbBinaries binaries, BinariesCache cache)
            throws IOException {
        Path directory = cache.programs(
                "mariadb-" + artifact.version(),
                () -> binaries.jar(artifact),
                (jar, content) -> new Unpacking(content)
                        .unpackFolder(
                                jar,
                                artifact.folder(),
                                name -> name.matches("(bin|scripts|share)/.*"),
                                name -> name.matches("(bin|scripts)/.*")));
        Path template = cache.kept(directory.getFileName() + "-data", data -> install(directory, data));
        return new MariaDbPrograms(directory, template);
    }

    private static void install(Path directory, Path data) throws IOException {
        Command command = new Command(List.of(
                        "sh", directory.resolve("scripts/mariadb-install-db").toString(), "--no-defaults"))
                .with("--basedir=" + directory, "--datadir=" + data)
                .with("--skip-test-db", "--skip-name-resolve", "--auth-root-authentication-method=socket")
                .with(SMALL.toArray(String[]::new))
                .with(asRoot().toArray(String[]::new));
        Command.Outcome outcome = command.run(data, INSTALL);
        if (!outcome.succeeded()) {
            throw new DatabaseUnavailableException(
                    "mariadb-install-db could not make a data directory:\n" + outcome.output());
        }
    }

    /**
     * {@return the command that runs a server}
     *
     * @param data its data directory
     * @param port where it listens
     * @param initFile statements that run before anybody can connect, in a folder that no other server uses
     * @param durable whether what was committed survives a crash of the machine
     */
    List<String> server(Path data, int port, Path initFile, boolean durable) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                directory.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + directory,
                "--lc-messages-dir=" + directory.resolve("share"),
                "--datadir=" + data,
                "--port=" + port,
                "--tmpdir="
                        + initFile
                                .getParent(), // a server that starts removes the temporary tables of others from there
                "--init-file=" + initFile));
        command.addAll(SETTINGS);
        command.addAll(SMALL);
        command.addAll(asRoot());
        command.add("--innodb_flush_log_at_trx_commit=" + (durable ? "1" : "0"));
        return command;
    }

    /** Unlike PostgreSQL, it runs as root if it is told so. */
    private static List<String> asRoot() throws IOException {
        return Account.isRoot() ? List.of("--user=root") : List.of();
    }
}
