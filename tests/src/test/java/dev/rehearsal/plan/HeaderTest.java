package dev.rehearsal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderTest {
    @Test
    void entries_are_read_from_the_comment_at_the_top() {
        Header header = Header.of("""

                -- Purpose: a place
                --   for names
                -- Breaking Changes: none
                --
                -- Author: Ada
                CREATE TABLE names ();
                -- Issue: too late""");
        assertThat(header.text("Purpose")).isEqualTo("a place for names");
        assertThat(header.text("Breaking Changes")).isEqualTo("none");
        assertThat(header.text("Author")).isEqualTo("Ada");
        assertThat(header.missing()).containsExactly("Rollback", "Issue");
    }

    @Test
    void a_block_of_comment_is_read_like_lines() {
        Header header = Header.of("""
                /*
                 * Purpose: a place
                 *   for names
                   Author: Ada */
                CREATE TABLE names (); /* Issue: too late */""");
        assertThat(header.text("purpose")).isEqualTo("a place for names");
        assertThat(header.text("Author")).isEqualTo("Ada");
        assertThat(header.missing()).containsExactly("Breaking Changes", "Rollback", "Issue");
    }

    @Test
    void an_entry_without_text_is_missing() {
        assertThat(Header.of("-- Purpose:\n-- Issue: X-1").missing())
                .containsExactly("Purpose", "Breaking Changes", "Rollback", "Author");
    }

    @Test
    void a_script_without_a_comment_lacks_all() {
        assertThat(Header.of("SELECT 1; -- Purpose: no").missing()).isEqualTo(Header.ENTRIES);
        assertThat(Header.of("").missing()).isEqualTo(Header.ENTRIES);
    }
}
