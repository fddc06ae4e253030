package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.LockQueueRun;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.rule.Budgets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A role belongs to the whole server: no other copy of ours may keep an undo from dropping the one that its up made. */
class ClusterObjectsIT {
    private static final String STOCK = "CREATE TABLE stock (id bigint PRIMARY KEY, sku text NOT NULL);";
    private static final Duration LIMIT = Budgets.DEFAULT.stall();
    private final String role = "reader_" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    private Path base;

    @AfterEach
    void dropTheRoles() throws SQLException {
        ask("SELECT 1; DROP ROLE IF EXISTS " + role + ", " + role + "_too");
    }

    @Test
    void a_role_that_the_undo_drops_is_dropped_after_use_and_stays_in_the_stage() throws Exception {
        Outcome outcome = rehearse(
                "CREATE ROLE " + role + "; CREATE ROLE " + role + "_too; GRANT SELECT ON stock TO " + role + ";",
                "REVOKE SELECT ON stock FROM " + role + "; DROP ROLE " + role + "; DROP ROLE " + role + "_too;");

        try (Stage stage = Objects.requireNonNull(outcome.stage())) {
            passes(outcome.facts(), Phase.DOWN, Phase.DOWN_AFTER_USE, Phase.UP_FINAL);
            assertThat(ask(stage, "SELECT has_table_privilege('" + role + "', 'stock', 'SELECT')"))
                    .isEqualTo("t");
            assertThat(ask(stage, "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'rehearsal\\_%'"))
                    .isEqualTo("0");
            ask(stage, "SELECT 1; DROP OWNED BY " + role);
        }
    }

    @Test
    void a_role_that_owns_what_the_up_made_is_dropped_too() throws Exception {
        Outcome outcome = rehearse(
                "CREATE ROLE " + role + "; CREATE TABLE shelf (id int PRIMARY KEY); ALTER TABLE shelf OWNER TO " + role
                        + ";",
                "DROP TABLE shelf; DROP ROLE " + role + ";");

        try (Stage stage = Objects.requireNonNull(outcome.stage())) {
            passes(outcome.facts(), Phase.DOWN, Phase.DOWN_AFTER_USE, Phase.UP_FINAL);
            assertThat(ask(stage, "SELECT count(*) FROM shelf")).isEqualTo("60");
            ask(stage, "SELECT 1; DROP OWNED BY " + role);
        }
    }

    @Test
    void an_undo_that_forgets_a_grant_fails() throws Exception {
        Outcome outcome =
                rehearse("CREATE ROLE " + role + "; GRANT SELECT ON stock TO " + role + ";", "DROP ROLE " + role + ";");

        PhaseResult down = outcome.facts().phase(Phase.DOWN).orElseThrow();
        assertThat(Objects.requireNonNull(down.failure()).message()).contains("cannot be dropped");
        Stage stage = outcome.stage();
        if (stage != null) {
            ask(stage, "SELECT 1; DROP OWNED BY " + role);
            stage.close();
        }
    }

    @Test
    void what_belongs_to_the_server_is_read_again_before_a_migration_gives_up() throws Exception {
        String wait = "SET LOCAL lock_timeout = '200ms';";
        MigrationFacts facts = new Play(base)
                .script("V1__stock.sql", STOCK + "CREATE ROLE " + role + ";")
                .script(
                        "V2__login.sql",
                        wait + "ALTER ROLE " + role + " LOGIN; ALTER TABLE stock ADD COLUMN a integer;")
                .script("U2__login.sql", wait + "ALTER TABLE stock DROP COLUMN a;")
                .perform((runner, progress) -> new LockQueue(runner, Duration.ofSeconds(2), migration -> LIMIT));

        assertThat(Objects.requireNonNull(facts.lockQueue()).runs())
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.outcome()).isEqualTo(LockQueueRun.Outcome.GAVE_UP);
                    assertThat(run.untouched()).isTrue();
                });
    }

    private Outcome rehearse(String up, String undo) throws Exception {
        return new Play(base)
                .script("V1__stock.sql", STOCK)
                .script("V2__reader.sql", up)
                .script("U2__reader.sql", undo)
                .rehearse((runner, progress) -> new RollbackAfterUse(runner, Play.VOLUME, Progress.SILENT));
    }

    private static void passes(MigrationFacts facts, Phase... phases) {
        for (Phase phase : phases) {
            assertThat(facts.phase(phase).map(PhaseResult::failure))
                    .as(phase.id())
                    .isEmpty();
            assertThat(facts.phase(phase)).as(phase.id()).isPresent();
        }
    }

    private static String ask(Stage stage, String sql) throws SQLException {
        try (Connection connection = stage.dataSource().getConnection()) {
            return ask(connection, sql);
        }
    }

    private static void ask(String sql) throws SQLException {
        try (Connection connection = dev.rehearsal.testing.TestPostgres.connect(
                        dev.rehearsal.testing.TestPostgres.freshDatabase())
                .getConnection()) {
            ask(connection, sql);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
