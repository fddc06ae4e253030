package dev.rehearsal.spi;

import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.migration.Fault;
import dev.rehearsal.result.RuleHelp;
import dev.rehearsal.rule.Rules;
import dev.rehearsal.settings.InvalidSettingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the engines and runners that stand beside this class: in a build all of them on the plugin's class path, in a
 * test those that the project depends on. The thread's class loader is never asked, since it may be anybody's.
 */
public final class Modules {
    private Modules() {}

    /**
     * {@return the engine of a database}
     *
     * @param spec as a user writes it
     * @throws InvalidSettingException if there is none, or more than one
     */
    public static Engine engine(DatabaseSpec spec) {
        return one(
                all(Engine.class),
                engine -> engine.serves(spec),
                "engine for rehearsal.database=" + spec,
                "dev.rehearsal:rehearsal-postgres or dev.rehearsal:rehearsal-mariadb");
    }

    /**
     * {@return the engine of a URL; empty if none of them speaks to it}
     *
     * @param jdbcUrl any
     */
    public static Optional<Engine> engine(String jdbcUrl) {
        return all(Engine.class).stream()
                .filter(engine -> engine.speaks(jdbcUrl))
                .findFirst();
    }

    /**
     * {@return what an error means, by the engine whose error it is; empty if it is no engine's}
     *
     * @param thrown an exception; its causes are searched
     * @param sql the statement that failed; null if not known
     */
    public static Optional<Fault> fault(Throwable thrown, @Nullable String sql) {
        return all(Engine.class).stream()
                .flatMap(engine -> engine.dialect(null).errors().fault(thrown, sql).stream())
                .findFirst();
    }

    /** {@return the products of all engines, for a reader} */
    public static String products() {
        return all(Engine.class).stream().map(Engine::product).sorted().collect(Collectors.joining(" or "));
    }

    /** {@return how the URLs of all engines are written, for a reader} */
    public static String urlForms() {
        return all(Engine.class).stream().map(Engine::urlForm).sorted().collect(Collectors.joining(" or "));
    }

    /**
     * {@return what each rule is about, by its id: those of all engines, so that whatever a report names is known; where
     * the engines cannot be loaded, nothing, so that a report can still say so}
     */
    public static Map<String, RuleHelp> ruleHelp() {
        try {
            return all(Engine.class).stream()
                    .map(engine -> Rules.of(engine.rules(), engine.recipes()).help())
                    .flatMap(help -> help.values().stream())
                    .collect(Collectors.toMap(RuleHelp::id, Function.identity(), (first, same) -> first));
        } catch (InvalidSettingException e) {
            return Map.of();
        }
    }

    /**
     * {@return the factory of a project's runner}
     *
     * @param asked its id, or {@code auto} for the one that finds something of its own in the project
     * @param project which
     * @throws InvalidSettingException if there is no such runner, or more than one fits
     * @throws dev.rehearsal.migration.MigrationSourceException if none finds anything
     */
    public static RunnerFactory runner(String asked, RunnerProject project) {
        return new RunnerChoice(runners()).of(asked, project);
    }

    /** {@return all runners there are, whether or not a project has anything for them} */
    public static List<RunnerFactory> runners() {
        return all(RunnerFactory.class);
    }

    private static <T> List<T> all(Class<T> type) {
        try {
            return ServiceLoader.load(type, type.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new InvalidSettingException("A module of Rehearsal cannot be loaded: " + e.getMessage()
                    + " All of its modules must have the same version; dev.rehearsal:rehearsal-bom names them.");
        }
    }

    private static <T> T one(List<T> all, Predicate<T> fits, String what, String dependency) {
        List<T> found = all.stream().filter(fits).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new InvalidSettingException("There is no " + what + " on the class path. Add the dependency "
                    + dependency + ", in the version of the other modules of Rehearsal.");
        }
        throw new InvalidSettingException("There is more than one " + what + ": "
                + found.stream().map(one -> one.getClass().getName()).collect(Collectors.joining(", "))
                + ". Remove all but one from the class path.");
    }
}
