package dev.rehearsal.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.postgres.watch.PostgresWatching;
import dev.rehearsal.sabotage.Wire;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.testing.TestPostgres;
import java.util.Set;
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
        try (Canary canary = canary(database, sql -> sql, ready)) {
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
        try (Canary canary = canary(database, broken, ready)) {
            canary.start();
            assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(canary.failure()).isEqualTo("a defect");
        }
    }

    private static Canary canary(DatabaseAddress database, Wire.Tap tap, CountDownLatch ready) {
        CanaryView view = new PostgresWatching(database, Set.of()).canaries();
        return new Canary(TABLE, Access.READ, view, Wire.tapped(view.source(200, Access.READ), tap), ready);
    }
}
