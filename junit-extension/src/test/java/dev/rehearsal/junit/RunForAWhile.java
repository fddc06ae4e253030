package dev.rehearsal.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A process of its own that runs tests as an IDE would: what the kill tests kill. */
final class RunForAWhile {
    private RunForAWhile() {}

    /** Runs the class of tests that the first argument names. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        Launcher launcher = LauncherFactory.create();
        launcher.execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Class.forName(arguments[0])))
                .build());
    }

    @Rehearsal(locations = "classpath:people", rows = 5)
    static class Endless {
        @MigrationTest("2")
        void computes(Connection connection) throws SQLException {
            System.out.println("running");
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT count(*) FROM generate_series(1, 10000000000)");
            }
        }
    }

    @Rehearsal(locations = "classpath:people", rows = 5)
    static class Failing {
        @MigrationTest("2")
        void fails(MigrationUnderTest migration) {
            migration.up();
            System.out.println("running");
            throw new AssertionError("on purpose");
        }
    }
}
