package dev.rehearsal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.postgres.contention.WaitLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitLimitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET LOCAL lock_timeout = '1s'",
                "SELECT set_config('Lock_Timeout', '1s', true)",
                "SELECT set_config('lock_' || suffix, '1s', true)",
                "SELECT set_config(name, '1s', true) FROM settings",
                "DO $$BEGIN EXECUTE (SELECT text FROM commands); END$$"
            })
    void a_statement_that_may_limit_a_wait_is_known(String sql) {
        assertThat(WaitLimits.mayBeSetBy(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE users ADD COLUMN a integer",
                "SELECT set_config('search_path', ?, false)",
                "CREATE TRIGGER t AFTER INSERT ON users EXECUTE FUNCTION f()"
            })
    void others_do_not(String sql) {
        assertThat(WaitLimits.mayBeSetBy(sql)).isFalse();
    }
}
