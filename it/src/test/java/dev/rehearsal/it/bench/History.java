package dev.rehearsal.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A generated history: every odd version makes a table, every even one adds a column and an index to it.
 *
 * @param folder where its scripts are
 */
record History(Path folder) {
    static final int VERSIONS = Integer.getInteger("bench.history", 100);

    static History write(Path folder) throws IOException {
        return write(folder, VERSIONS);
    }

    static History write(Path folder, int versions) throws IOException {
        Files.createDirectories(folder);
        for (int version = 1; version <= versions; version++) {
            String sql = version % 2 == 1 ? table(version) : column(version);
            String undo = version % 2 == 1
                    ? "DROP TABLE t" + version + ";"
                    : "ALTER TABLE t" + (version - 1) + " DROP COLUMN note;";
            Files.writeString(folder.resolve("V" + version + "__step.sql"), sql);
            Files.writeString(folder.resolve("U" + version + "__step.sql"), undo);
        }
        return new History(folder);
    }

    private static String table(int version) {
        return "CREATE TABLE t%d (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL,"
                        .formatted(version)
                + " made timestamptz NOT NULL DEFAULT now());";
    }

    private static String column(int version) {
        return "ALTER TABLE t%1$d ADD COLUMN note text; CREATE INDEX ON t%1$d (note);".formatted(version - 1);
    }

    String location() {
        return "filesystem:" + folder;
    }

    /** {@return Flyway up to a version, as a test without the extension would use it} */
    Flyway flyway(DataSource source, int target) {
        return Flyway.configure()
                .dataSource(source)
                .locations(location())
                .target(Integer.toString(target))
                .cleanDisabled(false)
                .load();
    }
}
