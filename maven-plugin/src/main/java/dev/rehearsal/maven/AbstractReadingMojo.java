package dev.rehearsal.maven;

import dev.rehearsal.settings.Key;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that reads a database which is not ours: the settings of how it is reached, and how far it may be bothered. */
abstract class AbstractReadingMojo extends AbstractReportMojo {
    /** The migrated database that is inspected or profiled, and only read; by default the one that Flyway migrates. */
    @Parameter(property = "rehearsal.inspect.url")
    private @Nullable String inspectUrl;

    /** Who reads it. */
    @Parameter(property = "rehearsal.inspect.user")
    private @Nullable String inspectUser;

    /** The password of who reads it. */
    @Parameter(property = "rehearsal.inspect.password")
    private @Nullable String inspectPassword;

    /** After how long a question to it is given up as not measured; 30s by default. */
    @Parameter(property = "rehearsal.inspect.statementTimeout")
    private @Nullable String inspectStatementTimeout;

    /** How long a question to it waits behind a lock of another session; 2s by default. */
    @Parameter(property = "rehearsal.inspect.lockTimeout")
    private @Nullable String inspectLockTimeout;

    @Override
    Map<Key, String> own() {
        return new GoalSettings()
                .and(Key.INSPECT_URL, inspectUrl)
                .and(Key.INSPECT_USER, inspectUser)
                .and(Key.INSPECT_PASSWORD, inspectPassword)
                .and(Key.INSPECT_STATEMENT_TIMEOUT, inspectStatementTimeout)
                .and(Key.INSPECT_LOCK_TIMEOUT, inspectLockTimeout)
                .texts();
    }
}
