package dev.rehearsal.postgres.catalog;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaSnapshot;
import dev.rehearsal.testing.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases with one object of every kind. */
final class KitchenSink {
    static final Set<QualifiedName> IGNORED = Set.of(new QualifiedName("public", "runner_history"));
    private static final AtomicInteger COPIES = new AtomicInteger();

    private KitchenSink() {}

    /** {@return a new database that holds it all} */
    static DatabaseAddress build() {
        DatabaseAddress address = TestPostgres.freshDatabase();
        TestPostgres.run(address, script());
        return address;
    }

    /** {@return a copy of a database, which is faster to come by} */
    static DatabaseAddress copy(DatabaseAddress original) {
        String name = "sink_copy_" + COPIES.incrementAndGet();
        String source = original.url().substring(original.url().lastIndexOf('/') + 1);
        TestPostgres.run(TestPostgres.address("postgres"), "CREATE DATABASE " + name + " TEMPLATE " + source);
        return TestPostgres.address(name);
    }

    static void drop(DatabaseAddress copy) {
        String name = copy.url().substring(copy.url().lastIndexOf('/') + 1);
        TestPostgres.run(TestPostgres.address("postgres"), "DROP DATABASE " + name);
    }

    static SchemaSnapshot snapshot(DatabaseAddress address) {
        try {
            return new PostgresCatalog().snapshot(TestPostgres.connect(address), IGNORED);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String script() {
        try (InputStream in = KitchenSink.class.getResourceAsStream("kitchen-sink.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
