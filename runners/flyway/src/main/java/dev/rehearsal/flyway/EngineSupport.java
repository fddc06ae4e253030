package dev.rehearsal.flyway;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.parser.Parser;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.jspecify.annotations.Nullable;

/** What Flyway does in a way of its own on one engine. */
interface EngineSupport {
    /**
     * {@return that of an engine}
     *
     * @param engine the engine's id
     */
    static EngineSupport of(String engine) {
        return switch (engine) {
            case "postgres" -> new PostgresSupport();
            case "mariadb" -> new MariaDbSupport();
            default ->
                throw new IllegalArgumentException("Flyway is not known to run on the engine " + engine + " here.");
        };
    }

    /** {@return Flyway's parser, which tells the log of each statement} */
    Parser parser(Configuration configuration, ParsingContext context, StatementLog log);

    /** {@return the schema in which Flyway keeps its history where no setting names one} */
    String standardSchema(@Nullable String url);

    /** {@return how Spring Boot calls the engine} */
    String vendor();

    /** {@return whether Flyway holds its lock in a transaction that stays open while it migrates} */
    boolean locksInTransaction(Configuration configuration);

    /** Makes Flyway hold its lock in such a transaction, or not; without effect where it never does. */
    void lockInTransaction(Configuration configuration, boolean inTransaction);
}
