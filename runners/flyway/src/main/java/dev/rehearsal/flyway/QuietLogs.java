package dev.rehearsal.flyway;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what Flyway says of itself to the debug log: it is said anew for each of a rehearsal's many runs, and what
 * matters of it is in the result of a run. Flyway makes it by name.
 */
public final class QuietLogs implements LogCreator {
    /** Called by Flyway. */
    public QuietLogs() {}

    @Override
    public Log createLogger(Class<?> user) {
        return new Quiet(LoggerFactory.getLogger(user));
    }

    private record Quiet(Logger logger) implements Log {
        @Override
        public void debug(String message) {
            logger.trace(message);
        }

        @Override
        public void info(String message) {
            logger.debug(message);
        }

        @Override
        public void warn(String message) {
            logger.debug(message);
        }

        @Override
        public void error(String message) {
            logger.debug(message);
        }

        @Override
        public void error(String message, Exception e) {
            logger.debug(message, e);
        }

        @Override
        public void notice(String message) {
            logger.debug(message);
        }
    }
}
