package dev.rehearsal.maven;

import dev.rehearsal.progress.Progress;
import dev.rehearsal.report.format.Plain;
import org.apache.maven.plugin.logging.Log;

/**
 * Progress as lines of the build log; Maven itself keeps them back under {@code -q}.
 *
 * @param log the build's log
 */
record MavenProgress(Log log) implements Progress {
    @Override
    public void report(String message) {
        log.info(Plain.entry(message));
    }
}
