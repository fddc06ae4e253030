package dev.rehearsal.postgres.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresDataComparisonTest {
    private static final String USERS = """
            CREATE TABLE users (id bigint PRIMARY KEY, email text, age int);
            INSERT INTO users SELECT i, 'u' || i, i FROM generate_series(1, 100) i
            """;

    @Test
    void lost_rows_and_changed_values_are_counted_and_their_keys_shown() throws Exception {
        TwoStates states = TwoStates.of(USERS)
                .change("UPDATE users SET email = NULL WHERE id IN (7, 9); DELETE FROM users WHERE id = 3");

        assertThat(states.told())
                .containsExactly("public.users ROWS_LOST 1 [id=3]", "public.users.email VALUES_CHANGED 2 [id=7, id=9]");
    }

    @Test
    void equal_contents_have_equal_fingerprints_and_no_losses() throws Exception {
        TwoStates states = TwoStates.of(USERS);

        assertThat(states.after()).isEqualTo(states.before());
        assertThat(states.told()).isEmpty();
    }
}
