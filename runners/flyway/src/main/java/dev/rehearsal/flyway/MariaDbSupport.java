package dev.rehearsal.flyway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.internal.parser.Parser;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.jspecify.annotations.Nullable;

/** Flyway on MariaDB: its lock is the session's, and its history is in the database of the URL. */
final class MariaDbSupport implements EngineSupport {
    /** Where nobody names a database, the migrations cannot name it either. */
    private static final String UNNAMED = "app";

    private static final Pattern DATABASE = Pattern.compile("jdbc:\\w+:(?:\\w+:)?//[^/?]*/([^/?;]+).*");

    @Override
    public Parser parser(Configuration configuration, ParsingContext context, StatementLog log) {
        return new MariaDbScriptParser(configuration, context, log);
    }

    @Override
    public String standardSchema(@Nullable String url) {
        Matcher matcher = DATABASE.matcher(url == null ? "" : url);
        return matcher.matches() ? matcher.group(1) : UNNAMED;
    }

    @Override
    public String vendor() {
        return "mariadb";
    }

    @Override
    public boolean locksInTransaction(Configuration configuration) {
        return false;
    }

    @Override
    public void lockInTransaction(Configuration configuration, boolean inTransaction) {
        // the lock is of the session: no statement waits for it
    }
}
