package dev.rehearsal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.DatabaseProfile;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.spi.ServerPrograms;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profiling of a real MariaDB, from its own statistics. */
class MariaDbProfileIT {
    private static final String[] SCHEMA = {
        """
        CREATE TABLE users (id bigint AUTO_INCREMENT PRIMARY KEY, email varchar(100) NOT NULL UNIQUE, city varchar(40),
          logins int NOT NULL, born date, note varchar(400), KEY by_city (city))""",
        "CREATE TABLE orders (id int PRIMARY KEY, user_id bigint NOT NULL, total decimal(8,2) NOT NULL,"
                + " FOREIGN KEY (user_id) REFERENCES users (id))",
        "CREATE TABLE `Empty One` (id int)"
    };
    private static final String[] ROWS = {
        """
        INSERT INTO users (email, city, logins, born, note) SELECT CONCAT('secret', seq, '@example.com'),
          IF(seq % 4 = 0, NULL, CONCAT('city ', seq % 30)), seq % 7, DATE '1990-01-01' + INTERVAL seq % 900 DAY,
          IF(seq % 2 = 0, NULL, REPEAT('secret ', 40)) FROM seq_1_to_4000""", "INSERT INTO orders SELECT seq, 1 + seq % 2000, seq / 100 FROM seq_1_to_6000"
    };

    private static SeededMariaDb maria;

    @TempDir
    private Path root;

    @BeforeAll
    static void start() {
        maria = new SeededMariaDb();
    }

    @AfterAll
    static void stop() {
        maria.close();
    }

    @BeforeEach
    void empty() throws SQLException, IOException {
        Files.writeString(root.resolve("V1__all.sql"), "CREATE TABLE users (id int);\n");
        maria.empty().with(SCHEMA).with(ROWS);
    }

    @Test
    void a_database_that_is_seeded_from_its_profile_has_the_rows_nulls_values_and_widths_of_production()
            throws Exception {
        maria.run("ANALYZE TABLE users PERSISTENT FOR ALL", "ANALYZE TABLE orders PERSISTENT FOR ALL");
        DatabaseProfile.Written written = profile(Map.of()).write();
        String text = Files.readString(written.file());
        assertThat(written.tables()).isEqualTo(3);
        assertThat(text)
                .contains("of rehearsal@jdbc:mariadb:", "MariaDB 11.4")
                .contains("shop.`Empty One`")
                .doesNotContain("secret")
                .doesNotContain("range:");
        VolumeProfile volume = project(Map.of()).volume();
        maria.run("DELETE FROM orders", "DELETE FROM users");
        maria.filled(volume);
        assertThat((double) maria.number("SELECT COUNT(*) FROM users")).isBetween(3800.0, 4200.0);
        assertThat((double) maria.number("SELECT COUNT(*) FROM orders")).isBetween(5700.0, 6300.0);
        assertThat((double) maria.number("SELECT COUNT(*) FROM users WHERE city IS NULL"))
                .isBetween(950.0, 1050.0);
        assertThat(maria.number("SELECT COUNT(DISTINCT city) FROM users")).isBetween(28L, 32L);
        assertThat(maria.number("SELECT COUNT(DISTINCT logins) FROM users")).isEqualTo(7);
        assertThat((double) maria.number("SELECT COUNT(DISTINCT user_id) FROM orders"))
                .isBetween(1800.0, 2200.0);
        assertThat((double) maria.number("SELECT AVG(LENGTH(note)) DIV 1 FROM users"))
                .isBetween(260.0, 300.0);
        assertThat(volume.productionRowsOf(new dev.rehearsal.schema.QualifiedName("shop", "orders")))
                .isBetween(5700L, 6300L);
    }

    @Test
    void without_statistics_of_columns_the_indexes_tell_what_they_know_and_the_rest_is_named() throws Exception {
        maria.run("ANALYZE TABLE users", "DELETE FROM mysql.column_stats");
        DatabaseProfile.Written written = profile(Map.of()).write();
        assertThat(Files.readString(written.file()))
                .contains("run ANALYZE TABLE shop.users PERSISTENT FOR ALL")
                .containsPattern("city: \\{ distinct: (29|3[01]) \\}")
                .doesNotContain("logins");
        assertThat(written.warnings()).anyMatch(warning -> warning.startsWith("shop.users: columns not profiled"));
    }

    @Test
    void the_ends_of_numbers_and_times_are_told_to_who_asks_for_them() throws Exception {
        maria.run("ANALYZE TABLE users PERSISTENT FOR ALL", "ANALYZE TABLE orders PERSISTENT FOR ALL");
        profile(Map.of("profile.bounds", "true")).write();
        assertThat(Files.readString(root.resolve("volume.yaml")))
                .contains("range: [\"0\", \"6\"]", "range: [\"1990-01-01\", \"1992-06-18\"]")
                .doesNotContain("secret");
    }

    private DatabaseProfile profile(Map<String, String> more) {
        return new DatabaseProfile(project(more), Clock.systemUTC());
    }

    private RehearsalProject project(Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of(
                "database",
                "embedded:mariadb",
                "volume",
                "volume.yaml",
                "inspect.url",
                maria.address().url(),
                "inspect.user",
                maria.address().user(),
                "inspect.password",
                maria.address().password()));
        settings.putAll(more);
        ClassLoader classes = getClass().getClassLoader();
        return new RehearsalProject(
                root,
                Settings.of(settings, "a test"),
                Map.of("flyway.locations", "filesystem:."),
                classes,
                ServerPrograms.of(classes));
    }
}
