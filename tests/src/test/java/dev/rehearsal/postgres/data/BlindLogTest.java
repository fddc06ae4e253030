package dev.rehearsal.postgres.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.sabotage.Wire;
import dev.rehearsal.testing.TestPostgres;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A log that says of nothing that it was written to is not believed: then all tables are read. */
class BlindLogTest {
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final DatabaseAddress database = TestPostgres.freshDatabase();

    @Test
    void a_log_in_which_nothing_is_to_be_seen_lets_no_table_be_passed_over() throws Exception {
        TestPostgres.run(database, "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY)");
        RepeatedReading reading = reading(sql -> sql.replace("WHERE reldatabase = ?", "WHERE reldatabase = -1 * ?"));
        reading.read();
        TestPostgres.run(database, "INSERT INTO a VALUES (1)");

        assertThat(reading.rowsLeftAlone()).isEmpty();
        assertThat(reading.read()).isEqualTo(reading(sql -> sql).read());
    }

    @Test
    void one_in_which_it_is_lets_the_others_be_passed_over() throws Exception {
        TestPostgres.run(database, "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY)");
        RepeatedReading reading = reading(sql -> sql);
        reading.read();
        TestPostgres.run(database, "INSERT INTO a VALUES (1)");

        assertThat(reading.rowsLeftAlone()).hasSize(1);
    }

    private RepeatedReading reading(UnaryOperator<String> change) {
        DataScan scan = new DataScan(TestPostgres.connect(database), Set.of(), 1, DEADLINE);
        var maintenance = TestPostgres.connect(TestPostgres.address("postgres"));
        return new RepeatedReading(scan, new WriteAheadLog(Wire.tapped(maintenance, change::apply)), 0);
    }
}
