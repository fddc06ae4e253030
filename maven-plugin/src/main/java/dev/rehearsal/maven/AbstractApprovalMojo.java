package dev.rehearsal.maven;

import dev.rehearsal.settings.Key;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that gives or asks for sign-offs of the plans. */
abstract class AbstractApprovalMojo extends AbstractReportMojo {
    /** How old the rehearsal may be that is approved and checked; 14d by default. */
    @Parameter(property = "rehearsal.approvals.maxAge")
    private @Nullable String approvalsMaxAge;

    /** Whether one person may sign in two roles. */
    @Parameter(property = "rehearsal.approvals.allowSamePerson")
    private @Nullable String approvalsAllowSamePerson;

    @Override
    Map<Key, String> own() {
        return new GoalSettings()
                .and(Key.APPROVALS_MAX_AGE, approvalsMaxAge)
                .and(Key.APPROVALS_SAME_PERSON, approvalsAllowSamePerson)
                .texts();
    }
}
