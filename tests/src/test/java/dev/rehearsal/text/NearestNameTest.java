package dev.rehearsal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> KNOWN = List.of("database", "volume", "budgets.lock", "budgets.stall");

    @Test
    void a_typing_error_finds_what_was_meant() {
        assertThat(NearestName.of("databse", KNOWN)).contains("database");
        assertThat(NearestName.of("budget.lock", KNOWN)).contains("budgets.lock");
        assertThat(NearestName.of("VOLUME", KNOWN)).contains("volume");
    }

    @Test
    void what_resembles_nothing_gets_the_whole_list() {
        assertThat(NearestName.hint("zzzzzzzzzzzz", KNOWN))
                .isEqualTo("Known are: budgets.lock, budgets.stall, database, volume.");
    }
}
