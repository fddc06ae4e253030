package dev.rehearsal.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.SampleReports;
import dev.rehearsal.result.Risk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signature that holds hostile text is one entry, and still the one that was written. */
class HostileApprovalTest {
    /** Without the half of a pair, which no file in UTF-8 can hold. */
    private static final String HOSTILE =
            SampleReports.HOSTILE.replace("\uD800", "") + "\u0085a: 1\u2028- b\n- role: dba";

    @TempDir
    Path root;

    @Test
    void it_is_read_as_it_was_written() {
        Approval approval = new Approval(
                HOSTILE,
                HOSTILE,
                Instant.EPOCH,
                Document.PLAN,
                HOSTILE,
                Instant.EPOCH,
                new Substance(
                        new TreeMap<>(Map.of(HOSTILE, HOSTILE)),
                        new TreeMap<>(Map.of(HOSTILE, Risk.HIGH)),
                        new TreeSet<>(Set.of(HOSTILE)),
                        new TreeMap<>(Map.of(HOSTILE, 1L))));
        ApprovalFile file = new ApprovalFile(root);

        file.add(approval);

        assertThat(file.read()).singleElement().satisfies(entry -> {
            assertThat(entry.genuine()).isTrue();
            assertThat(entry.approval()).isEqualTo(approval);
        });
    }
}
