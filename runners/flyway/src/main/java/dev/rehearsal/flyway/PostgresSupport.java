package dev.rehearsal.flyway;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.parser.Parser;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.jspecify.annotations.Nullable;

/** Flyway on PostgreSQL. */
final class PostgresSupport implements EngineSupport {
    @Override
    public Parser parser(Configuration configuration, ParsingContext context, StatementLog log) {
        return new PostgresScriptParser(configuration, context, log);
    }

    @Override
    public String standardSchema(@Nullable String url) {
        return "public";
    }

    @Override
    public String vendor() {
        return "postgresql";
    }

    @Override
    public boolean locksInTransaction(Configuration configuration) {
        return configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .isTransactionalLock();
    }

    @Override
    public void lockInTransaction(Configuration configuration, boolean inTransaction) {
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(inTransaction);
    }
}
