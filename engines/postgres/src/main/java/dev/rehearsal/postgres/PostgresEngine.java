package dev.rehearsal.postgres;

import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.dialect.Scripts;
import dev.rehearsal.dialect.Wire;
import dev.rehearsal.lint.Guesses;
import dev.rehearsal.plan.PlanQueries;
import dev.rehearsal.postgres.lint.PostgresGuesses;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.postgres.plan.PostgresPlanQueries;
import dev.rehearsal.postgres.rule.PostgresRecipes;
import dev.rehearsal.postgres.rule.PostgresRules;
import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.postgres.script.PostgresScripts;
import dev.rehearsal.postgres.wire.PostgresWire;
import dev.rehearsal.provider.embedded.BinariesArtifact;
import dev.rehearsal.provider.embedded.ClasspathBinaries;
import dev.rehearsal.provider.embedded.PostgresBinaries;
import dev.rehearsal.rule.Recipes;
import dev.rehearsal.rule.Rule;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.spi.Engine;
import dev.rehearsal.spi.ServerPrograms;
import dev.rehearsal.text.Lexer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 14 to 18. Stateless; safe for use by several threads. */
public final class PostgresEngine implements Engine {
    static final String ID = "postgres";

    /** Made by the {@link java.util.ServiceLoader}. */
    public PostgresEngine() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    public String urlForm() {
        return "jdbc:postgresql://host/database";
    }

    @Override
    public boolean serves(DatabaseSpec spec) {
        return switch (spec.kind()) {
            case EMBEDDED -> spec.value().matches("\\d+");
            // an image may be called anything, and be a PostgreSQL with more in it
            case CONTAINER -> !spec.imageName().matches(".*(mariadb|mysql).*");
            case SERVER -> speaks(spec.value());
        };
    }

    @Override
    public boolean speaks(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:postgresql:");
    }

    @Override
    public QualifiedName relation(String schema, String name) {
        return SqlNames.relation(schema, name);
    }

    @Override
    public DatabaseProvider provider(DatabaseSpec spec, ServerAccess access, ServerPrograms programs) {
        return PostgresProviders.of(spec, access, binaries(programs));
    }

    @Override
    public Dialect dialect(@Nullable Path cache) {
        return cache == null ? new PostgresDialect() : new PostgresDialect(cache);
    }

    @Override
    public Lexer lexer() {
        return new PostgresLexer();
    }

    @Override
    public Optional<Scripts> scripts() {
        return Optional.of(new PostgresScripts());
    }

    @Override
    public Optional<Wire> wire() {
        return Optional.of(new PostgresWire());
    }

    @Override
    public List<Rule> rules() {
        return PostgresRules.ALL;
    }

    @Override
    public Recipes recipes() {
        return new PostgresRecipes();
    }

    @Override
    public Guesses guesses() {
        return new PostgresGuesses();
    }

    @Override
    public PlanQueries planQueries() {
        return new PostgresPlanQueries();
    }

    private static PostgresBinaries binaries(ServerPrograms programs) {
        ServerPrograms.Repository repository = programs.repository();
        return repository == null ? new ClasspathBinaries(programs.classes()) : major -> fetched(major, repository);
    }

    private static InputStream fetched(int major, ServerPrograms.Repository repository) throws IOException {
        BinariesArtifact wanted = BinariesArtifact.forMajor(major);
        try {
            return repository.jar(BinariesArtifact.GROUP_ID, wanted.artifactId(), wanted.version());
        } catch (IOException e) {
            throw PostgresProviders.notFetched(major, wanted, e);
        }
    }
}
