package dev.rehearsal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.migration.Assumption;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.spi.ServerPrograms;
import dev.rehearsal.volume.VolumeFile;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Real MariaDB servers with a schema {@code shop}, filled by the seeder. */
final class SeededMariaDb implements AutoCloseable {
    private static final MariaDbDialect DIALECT = new MariaDbDialect();

    private final DatabaseServer server;
    private int slots;
    private DataSource database;

    SeededMariaDb() {
        server = new MariaDbEngine()
                .provider(
                        DatabaseSpec.parse("embedded:mariadb"),
                        ServerAccess.NONE,
                        ServerPrograms.of(SeededMariaDb.class.getClassLoader()))
                .forTests()
                .start(Progress.SILENT);
        database = renewed();
    }

    /** {@return this, with an empty schema} */
    SeededMariaDb empty() throws SQLException {
        run("DROP DATABASE shop", "CREATE DATABASE shop CHARACTER SET utf8mb4", "USE shop");
        return this;
    }

    private DataSource renewed() {
        server.slots().orElseThrow().create("seeded" + ++slots, Set.of("shop"));
        return DIALECT.connect(server.database("seeded" + slots), "a test");
    }

    DatabaseAddress address() {
        return server.database("seeded" + slots);
    }

    DataSource source() {
        return database;
    }

    /** Fills with rows that meet what is assumed. */
    Filling fillAssuming(VolumeProfile profile, Assumption... assumptions) throws SQLException {
        return DIALECT.seeder().assuming(List.of(assumptions)).fill(database, profile, Set.of(), Progress.SILENT);
    }

    SeededMariaDb with(String... statements) throws SQLException {
        run(statements);
        return this;
    }

    Filling fill(VolumeProfile profile) throws SQLException {
        return DIALECT.seeder().fill(database, profile, Set.of(), Progress.SILENT);
    }

    /** Fills for a project that has these scripts. */
    Filling fillFor(VolumeProfile profile, String... scripts) throws SQLException {
        return DIALECT.seeder().keepingFree(List.of(scripts)).fill(database, profile, Set.of(), Progress.SILENT);
    }

    /** Fills and demands that all was filled and nothing is violated. */
    SeededMariaDb filled(VolumeProfile profile) throws SQLException {
        assertThat(fill(profile).unfilled()).isEmpty();
        isIntact();
        return this;
    }

    static VolumeProfile volume(String yaml) {
        try {
            Path file = Files.createTempFile("volume", ".yaml");
            Files.writeString(file, yaml);
            VolumeProfile profile = VolumeFile.read(file, VolumeProfile.uniform(1, 500));
            Files.delete(file);
            return profile;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each row is offered to the server once more, in a copy of its table and in its strictest mode; each parent is there. */
    void isIntact() throws SQLException {
        for (String table : list("SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'shop'"
                + " AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')")) {
            String name = "`" + table + "`";
            String columns = list("SELECT GROUP_CONCAT(CONCAT('`', COLUMN_NAME, '`') ORDER BY ORDINAL_POSITION)"
                            + " FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'shop' AND IS_GENERATED = 'NEVER'"
                            + " AND TABLE_NAME = '" + table + "'")
                    .get(0);
            run(
                    "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO'",
                    "CREATE TABLE `rehearsal again` LIKE " + name,
                    "INSERT INTO `rehearsal again` (" + columns + ") SELECT " + columns + " FROM " + name,
                    "DROP TABLE `rehearsal again`");
        }
        for (String orphans : list("SELECT CONCAT('SELECT COUNT(*) FROM `', k.TABLE_NAME, '` c WHERE ',"
                + " GROUP_CONCAT(CONCAT('c.`', k.COLUMN_NAME, '` IS NOT NULL') SEPARATOR ' AND '),"
                + " ' AND NOT EXISTS (SELECT 1 FROM `', k.REFERENCED_TABLE_NAME, '` p WHERE ',"
                + " GROUP_CONCAT(CONCAT('p.`', k.REFERENCED_COLUMN_NAME, '` = c.`', k.COLUMN_NAME, '`')"
                + " SEPARATOR ' AND '), ')') FROM information_schema.KEY_COLUMN_USAGE k"
                + " WHERE k.TABLE_SCHEMA = 'shop' AND k.REFERENCED_TABLE_NAME IS NOT NULL"
                + " GROUP BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.REFERENCED_TABLE_NAME")) {
            assertThat(list(orphans)).as(orphans).containsExactly("0");
        }
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(list(sql).get(0));
    }

    List<String> list(String sql) throws SQLException {
        List<String> list = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                list.add(row.getString(1));
            }
        }
        return list;
    }

    /** {@return a number that is another one for any other rows} */
    String print(String table) throws SQLException {
        return String.valueOf(
                DIALECT.data().fingerprint(database, Set.of()).tables().get(new QualifiedName("shop", table)));
    }

    @Override
    public void close() {
        server.close();
    }
}
