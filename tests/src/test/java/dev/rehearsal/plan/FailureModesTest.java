package dev.rehearsal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.plan.PlanContent.FailureMode;
import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.report.SampleReports;
import dev.rehearsal.report.json.JsonReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureModesTest {
    @TempDir
    Path folder;

    @Test
    void a_plan_tells_what_a_crash_left_and_what_was_not_tried() throws Exception {
        Path file = Files.writeString(folder.resolve("report.json"), new JsonReport().render(SampleReports.failed()));
        List<RecordedMigration> migrations = RecordedReport.read(file).migrations();

        assertThat(crash(migrations.get(1)).tried()).isTrue();
        assertThat(crash(migrations.get(1)).outcome())
                .contains("Killed at 3 moments: a part of it was left at 2.")
                .contains("not completed after a crash during V3__email_verified.sql:3 (relation")
                .contains("Not tried: after V3__email_verified.sql:4");
        assertThat(crash(migrations.get(0)).tried()).isFalse();
    }

    private static FailureMode crash(RecordedMigration migration) {
        return FailureModes.of(migration).stream()
                .filter(mode -> mode.what().startsWith("The session or the runner dies"))
                .findFirst()
                .orElseThrow();
    }
}
