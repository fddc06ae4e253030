package dev.rehearsal.mariadb;

import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.dialect.MissingInstrumentException;
import dev.rehearsal.lint.Guesses;
import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.mariadb.rule.MariaDbRules;
import dev.rehearsal.mariadb.sql.MariaDbLexer;
import dev.rehearsal.plan.PlanQueries;
import dev.rehearsal.provider.embedded.MariaDbProvider;
import dev.rehearsal.rule.Recipes;
import dev.rehearsal.rule.Rule;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.spi.Engine;
import dev.rehearsal.spi.ServerPrograms;
import dev.rehearsal.text.Lexer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB 11.4, of which as yet a server is started, migrated, and its catalogue compared. Stateless; safe for use by
 * several threads.
 */
public final class MariaDbEngine implements Engine {
    static final String ID = "mariadb";
    private static final String INSTEAD =
            " is not there yet: MariaDB can be rehearsed as embedded:mariadb. Write rehearsal.database=embedded:mariadb.";

    /** Made by the {@link java.util.ServiceLoader}. */
    public MariaDbEngine() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String product() {
        return "MariaDB";
    }

    @Override
    public String urlForm() {
        return "jdbc:mariadb://host/database";
    }

    @Override
    public boolean serves(DatabaseSpec spec) {
        return switch (spec.kind()) {
            case EMBEDDED -> spec.value().matches("mariadb(:.*)?");
            case CONTAINER -> spec.imageName().matches(".*(mariadb|mysql).*");
            case SERVER -> speaks(spec.value());
        };
    }

    @Override
    public boolean speaks(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mariadb:");
    }

    @Override
    public QualifiedName relation(String schema, String name) {
        return Names.relation(schema, name);
    }

    @Override
    public DatabaseProvider provider(DatabaseSpec spec, ServerAccess access, ServerPrograms programs) {
        return switch (spec.kind()) {
            case EMBEDDED -> embedded(spec.value(), programs);
            case CONTAINER -> throw new DatabaseUnavailableException("A container" + INSTEAD);
            case SERVER -> throw new DatabaseUnavailableException("A server that is running" + INSTEAD);
        };
    }

    private static DatabaseProvider embedded(String version, ServerPrograms programs) {
        if (!version.matches("mariadb(:11\\.4)?")) {
            throw new DatabaseUnavailableException(
                    "There is no embedded:" + version + ": MariaDB comes as 11.4. Write embedded:mariadb.");
        }
        return new MariaDbProvider(
                new FetchedBinaries(programs),
                address -> new MariaDbDialect().connect(address, "rehearsal").getConnection(),
                Path.of(System.getProperty("java.io.tmpdir")));
    }

    @Override
    public Dialect dialect(@Nullable Path cache) {
        return new MariaDbDialect();
    }

    @Override
    public Lexer lexer() {
        return new MariaDbLexer();
    }

    @Override
    public List<Rule> rules() {
        return MariaDbRules.ALL;
    }

    @Override
    public Recipes recipes() {
        return new MariaDbRecipes();
    }

    @Override
    public Guesses guesses() {
        return new MariaDbGuesses();
    }

    @Override
    public PlanQueries planQueries() {
        throw new MissingInstrumentException(Instrument.PLANNING);
    }
}
