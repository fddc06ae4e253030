package dev.rehearsal.spi;

import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.dialect.Scripts;
import dev.rehearsal.dialect.Wire;
import dev.rehearsal.lint.Guesses;
import dev.rehearsal.plan.PlanQueries;
import dev.rehearsal.rule.Recipes;
import dev.rehearsal.rule.Rule;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.text.Lexer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database product. Implementations are stateless, and named in {@code META-INF/services}. */
public interface Engine {
    /** {@return its name in reports and settings, in small letters} */
    String id();

    /** {@return its product's name, for a reader} */
    String product();

    /** {@return how the URL of one of its databases is written, for a reader} */
    String urlForm();

    /**
     * {@return whether it is the engine of that database}
     *
     * @param spec as a user writes it
     */
    boolean serves(DatabaseSpec spec);

    /**
     * {@return whether it is the engine of that URL}
     *
     * @param jdbcUrl any
     */
    boolean speaks(String jdbcUrl);

    /**
     * {@return the name of a relation, which shows as the engine's own SQL would write it}
     *
     * @param schema the schema's name
     * @param name the relation's name
     */
    QualifiedName relation(String schema, String name);

    /**
     * {@return what starts servers, or reaches one; nothing is started yet}
     *
     * @param spec a database that it serves
     * @param access what is permitted on a server that is there already
     * @param programs where the programs of an embedded server come from
     */
    DatabaseProvider provider(DatabaseSpec spec, ServerAccess access, ServerPrograms programs);

    /**
     * {@return all SQL of the engine}
     *
     * @param cache a directory in which rows are kept from run to run; null for none
     */
    Dialect dialect(@Nullable Path cache);

    /** {@return what takes texts in its SQL apart} */
    Lexer lexer();

    /** {@return how it takes texts of several statements; empty if it cannot be told yet} */
    default Optional<Scripts> scripts() {
        return Optional.empty();
    }

    /** {@return what sees the statements of foreign programs; empty if nothing can yet} */
    default Optional<Wire> wire() {
        return Optional.empty();
    }

    /** {@return its rules about the shapes of its own SQL, in the order in which they speak} */
    List<Rule> rules();

    /** {@return what it knows of safer ways} */
    Recipes recipes();

    /** {@return what it takes for signs of harm in the text of its SQL} */
    Guesses guesses();

    /** {@return the questions that a plan asks} */
    PlanQueries planQueries();
}
