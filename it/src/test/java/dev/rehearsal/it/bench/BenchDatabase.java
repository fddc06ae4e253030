package dev.rehearsal.it.bench;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.provider.embedded.ClasspathBinaries;
import dev.rehearsal.provider.embedded.EmbeddedProvider;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A database on a server just as a rehearsal starts it: one that waits for the disk. */
final class BenchDatabase implements AutoCloseable {
    private final DatabaseServer server;
    private final DatabaseAddress address;

    private BenchDatabase(DatabaseServer server) {
        this.server = server;
        this.address = server.maintenance();
    }

    static BenchDatabase start(Path work) {
        ClasspathBinaries binaries = new ClasspathBinaries(BenchDatabase.class.getClassLoader());
        return new BenchDatabase(new EmbeddedProvider(18, binaries, work).start(Progress.SILENT));
    }

    DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    void run(String sql) throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : sql.split(";\n", 0)) {
                statement.execute(one);
            }
        }
    }

    String version() throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_version")) {
            row.next();
            return "PostgreSQL " + row.getString(1);
        }
    }

    /** {@return this machine's pgbench; null if it has none} */
    @Nullable
    String pgbench() {
        String given = System.getProperty("bench.pgbench");
        List<String> places = Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
        return given != null
                ? given
                : places.stream()
                        .map(place -> Path.of(place, "pgbench").toFile())
                        .filter(File::canExecute)
                        .map(File::toString)
                        .findFirst()
                        .orElse(null);
    }

    /** Has pgbench drop, make, fill, vacuum and index its tables, with rows that it makes itself. */
    void initialise(int scale) throws IOException, InterruptedException {
        String uri = address.url().replace("jdbc:", "").replace("?", "?user=" + address.user() + "&");
        String whole = uri.contains("?") ? uri : uri + "?user=" + address.user();
        ProcessBuilder builder =
                new ProcessBuilder(String.valueOf(pgbench()), "-i", "-I", "dtgvp", "-q", "-s", "" + scale, whole);
        builder.environment().put("PGPASSWORD", address.password());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output);
        }
    }

    double timed(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1e6;
    }

    interface Step {
        void run() throws Exception;
    }

    @Override
    public void close() {
        server.close();
    }
}
