package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in no table is data, too. */
class LargeObjectsIT {
    private static final String OLD = """
            CREATE TABLE contract (id bigint PRIMARY KEY, title text NOT NULL, seal oid);
            SELECT lo_from_bytea(660001, convert_to(repeat('seal ', 800), 'UTF8'));
            COMMENT ON LARGE OBJECT 660001 IS 'the seal of all contracts';
            """;

    @TempDir
    private Path base;

    @Test
    void one_that_the_undo_makes_anew_but_empty_has_lost_its_bytes() throws Exception {
        MigrationFacts facts = rehearse(
                "ALTER TABLE contract ADD COLUMN sealed boolean; SELECT lo_unlink(660001);",
                "SELECT lo_create(660001); COMMENT ON LARGE OBJECT 660001 IS 'the seal of all contracts';"
                        + " ALTER TABLE contract DROP COLUMN sealed;");

        assertThat(errors(facts))
                .isEqualTo("data-not-restored: After the undo 1 large object holds other bytes than before:"
                        + " 660001 had 4,000 bytes and has none.");
    }

    @Test
    void one_that_the_undo_brings_back_from_a_table_is_as_it_was() throws Exception {
        MigrationFacts facts = rehearse("""
                CREATE TABLE seal (id oid PRIMARY KEY, bytes bytea NOT NULL);
                INSERT INTO seal SELECT 660001, lo_get(660001);
                SELECT lo_unlink(660001);
                """, """
                SELECT lo_from_bytea(id::oid, bytes) FROM seal;
                COMMENT ON LARGE OBJECT 660001 IS 'the seal of all contracts';
                DROP TABLE seal;
                """);

        assertThat(errors(facts)).isEmpty();
    }

    @Test
    void those_of_a_column_that_the_undo_forgets_are_left_over() throws Exception {
        MigrationFacts facts = rehearse(
                "ALTER TABLE contract ADD COLUMN scan oid; UPDATE contract SET scan = lo_from_bytea(0, 'scan');",
                "ALTER TABLE contract DROP COLUMN scan;");

        assertThat(errors(facts))
                .startsWith("data-not-restored: After the undo 60 large objects were not there before, for example ");
    }

    private MigrationFacts rehearse(String up, String down) throws Exception {
        return new Play(base)
                .script("V1__a.sql", OLD)
                .script("V2__b.sql", up)
                .script("U2__b.sql", down)
                .perform((runner, progress) -> new RollbackAfterUse(runner, Play.VOLUME, progress));
    }

    private static String errors(MigrationFacts facts) {
        return String.join(
                "\n",
                Play.findings(facts).stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(LargeObjectsIT::told)
                        .toList());
    }

    private static String told(Finding finding) {
        return finding.rule() + ": " + finding.message();
    }
}
