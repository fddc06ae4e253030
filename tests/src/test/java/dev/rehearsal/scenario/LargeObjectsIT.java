package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.UseLoss;
import dev.rehearsal.result.Written.Kind;
import java.nio.file.Path;
import java.util.Objects;
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

    @Test
    void those_that_were_made_after_the_up_are_lost_when_the_undo_removes_them() throws Exception {
        String first = "CREATE TABLE paper (id integer PRIMARY KEY, scan oid);";
        String up = "ALTER TABLE paper ADD COLUMN pages integer; CREATE TABLE known (number oid PRIMARY KEY);"
                + " INSERT INTO known SELECT oid FROM pg_largeobject_metadata;";
        String down = "SELECT lo_unlink(m.oid) FROM pg_largeobject_metadata m"
                + " WHERE NOT EXISTS (SELECT FROM known k WHERE k.number = m.oid);"
                + " ALTER TABLE paper DROP COLUMN pages; DROP TABLE known;";
        MigrationFacts facts = new Play(base)
                .script("V1__a.sql", first)
                .script(
                        "V2__b.sql",
                        "INSERT INTO paper SELECT -2147483648 + i, lo_from_bytea((700000 + i)::oid, 'scan')"
                                + " FROM generate_series(1, 5) i;")
                .script("V3__c.sql", up)
                .script("U3__c.sql", down)
                .perform((runner, progress) -> new RollbackAfterUse(runner, Play.VOLUME, progress));

        assertThat(errors(facts)).isEmpty();
        assertThat(Objects.requireNonNull(
                        Objects.requireNonNull(facts.afterUse()).losses()))
                .contains(new UseLoss("public.paper", "scan", Kind.ROW, 3, false));
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
