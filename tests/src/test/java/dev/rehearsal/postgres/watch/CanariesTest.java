package dev.rehearsal.postgres.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.sabotage.Wire;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.testing.TestPostgres;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CanariesTest {
    private static final QualifiedName TABLE = new QualifiedName("public", "t");

    @Test
    void one_that_asks_often_does_not_stand_for_one_that_has_not_asked_yet() throws Exception {
        DatabaseAddress database = TestPostgres.freshDatabase();
        TestPostgres.run(database, "CREATE TABLE t (id int)");
        CountDownLatch ready = new CountDownLatch(2);
        try (Canary canary =
                new Canary(TABLE, Access.READ, WatchConnections.canary(database, 200, Access.READ), ready)) {
            canary.start();
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(ready.getCount()).isEqualTo(1);
        }
    }

    @Test
    void one_that_falls_over_a_defect_of_ours_says_so() throws Exception {
        DatabaseAddress database = TestPostgres.freshDatabase();
        CountDownLatch ready = new CountDownLatch(1);
        Wire.Tap broken = sql -> {
            throw new IllegalStateException("a defect");
        };
        try (Canary canary = new Canary(
                TABLE, Access.READ, Wire.tapped(WatchConnections.canary(database, 200, Access.READ), broken), ready)) {
            canary.start();
            assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(canary.failure()).isEqualTo("a defect");
        }
    }
}
