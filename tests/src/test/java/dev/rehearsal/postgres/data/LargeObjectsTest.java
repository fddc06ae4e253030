package dev.rehearsal.postgres.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.testing.TestPostgres;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LargeObjectsTest {
    private static final String SCAN = "SELECT lo_from_bytea(5001, convert_to(repeat('scan ', 1000), 'UTF8'));"
            + " SELECT lo_from_bytea(5002, '\\x01'); SELECT lo_create(5003);";

    @Test
    void one_that_comes_back_empty_has_lost_its_bytes() throws Exception {
        assertThat(TwoStates.of(SCAN)
                        .change("SELECT lo_unlink(5001), lo_create(5001)")
                        .told())
                .containsExactly("large objects LARGE_OBJECTS_CHANGED 1 [5001 had 5,000 bytes and has none]");
    }

    @Test
    void one_that_is_gone_is_told_once_whatever_was_said_of_it() throws Exception {
        String setup = SCAN + "CREATE TABLE t (id int PRIMARY KEY, file oid); INSERT INTO t VALUES (1, 5002);"
                + " COMMENT ON LARGE OBJECT 5002 IS 'a scan'; GRANT SELECT ON LARGE OBJECT 5002 TO PUBLIC";

        assertThat(TwoStates.of(setup)
                        .change("SELECT lo_unlink(file) FROM t; SELECT lo_unlink(5003)")
                        .losses())
                .singleElement()
                .satisfies(loss -> {
                    assertThat(loss.kind()).hasToString("LARGE_OBJECTS_LOST");
                    assertThat(loss.rows()).isEqualTo(2);
                    assertThat(loss.sampleKeys()).containsExactlyInAnyOrder("5002 had 1 byte", "5003 had none");
                });
    }

    @Test
    void one_more_is_left_over() throws Exception {
        assertThat(TwoStates.of("").change("SELECT lo_from_bytea(5004, 'four')").told())
                .containsExactly("large objects LARGE_OBJECTS_LEFT_OVER 1 [5004 has 4 bytes]");
    }

    @Test
    void a_byte_is_seen_wherever_it_differs_and_bytes_that_change_places() throws Exception {
        for (String change : new String[] {
            "SELECT lo_put(5001, 4999, 'x')",
            "SELECT lo_put(5001, 0, lo_get(5001, 2048, 2048)), lo_put(5001, 2048, lo_get(5001, 0, 2048))",
        }) {
            assertThat(TwoStates.of(SCAN).change(change).told())
                    .as(change)
                    .containsExactly("large objects LARGE_OBJECTS_CHANGED 1 [5001 had 5,000 bytes and has as many]");
        }
        assertThat(TwoStates.of(SCAN).change("SELECT lo_put(5002, 1, '\\x00')").told())
                .containsExactly("large objects LARGE_OBJECTS_CHANGED 1 [5002 had 1 byte and has 2 bytes]");
    }

    @Test
    void the_same_bytes_are_the_same_however_they_were_written() throws Exception {
        String sparse = "SELECT lo_create(5005), lo_put(5005, 9000, 'end')";
        String full = "SELECT lo_unlink(5005), lo_from_bytea(5005, decode(repeat('00', 9000), 'hex') || 'end')";

        assertThat(TwoStates.of(sparse).change(full).told()).isEmpty();
        assertThat(TwoStates.of(SCAN)
                        .change("SELECT lo_put(5001, 0, lo_get(5001))")
                        .told())
                .isEmpty();
    }

    @Test
    void its_owner_its_rights_and_its_comment_belong_to_it() throws Exception {
        for (String change : new String[] {
            "COMMENT ON LARGE OBJECT 5001 IS 'other'",
            "GRANT UPDATE ON LARGE OBJECT 5001 TO PUBLIC",
            "ALTER LARGE OBJECT 5001 OWNER TO pg_monitor",
        }) {
            assertThat(TwoStates.of(SCAN).change(change).told())
                    .as(change)
                    .containsExactly("large objects LARGE_OBJECTS_ALTERED 1 [5001]");
        }
        assertThat(TwoStates.of(SCAN)
                        .change("GRANT SELECT ON LARGE OBJECT 5001 TO PUBLIC;"
                                + " REVOKE SELECT ON LARGE OBJECT 5001 FROM PUBLIC")
                        .told())
                .isEmpty();
    }

    @Test
    void who_may_not_read_the_pages_reads_what_he_may_and_the_rest_is_counted() throws Exception {
        DatabaseAddress address = TestPostgres.freshDatabase();
        TestPostgres.run(
                address,
                SCAN + "DO $$BEGIN CREATE ROLE lo_reader LOGIN PASSWORD 'postgres';"
                        + " EXCEPTION WHEN duplicate_object THEN NULL; END$$;"
                        + "SELECT lo_from_bytea(5006, decode(repeat('ab', 3000000), 'hex'));"
                        + "GRANT SELECT ON LARGE OBJECT 5002, 5003, 5006 TO lo_reader");
        DatabaseAddress limited = new DatabaseAddress(address.url(), "lo_reader", "postgres");

        DataFingerprint first = fingerprint(limited);
        assertThat(first.largeObjects().unread()).isEqualTo(1);
        assertThat(fingerprint(limited)).isEqualTo(first);
        TestPostgres.run(address, "SELECT lo_put(5006, 2999999, '\\x00')");
        assertThat(fingerprint(limited)).isNotEqualTo(first);
        assertThat(fingerprint(address).largeObjects().unread()).isZero();
    }

    private static DataFingerprint fingerprint(DatabaseAddress address) throws Exception {
        return new PostgresDataComparison().fingerprint(TestPostgres.connect(address), Set.of());
    }
}
