package dev.rehearsal.provider.embedded;

import dev.rehearsal.Rehearsal;
import dev.rehearsal.RehearsalOptions;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.coverage.TestSearch;
import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.rule.TestRules;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.spi.ServerPrograms;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own that rehearses a project and says, a line each, what it does next: what the kill tests run. A
 * second argument names the directory below which its server keeps its data.
 */
final class RehearsalForAWhile {
    /** How a line begins after which the process may be killed. */
    static final String NEXT = "next: ";

    private static final Budgets PATIENT = new Budgets(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

    private RehearsalForAWhile() {}

    /** Rehearses the project that the first argument names. */
    public static void main(String[] arguments) {
        ClassLoader classes = RehearsalForAWhile.class.getClassLoader();
        PostgresBinaries binaries = new ClasspathBinaries(classes);
        var project = new RehearsalProject(
                Path.of(arguments[0]),
                Settings.of(
                        Map.of("rows", "300", "crash", "true", "crash.points", "3", "lockQueue.hold", "300ms"), "test"),
                Map.of(),
                classes,
                ServerPrograms.of(classes));
        var options = project.options();
        MigrationRunner runner = told(options.runner());
        DatabaseProvider provider = new EmbeddedProvider(18, binaries, Path.of(arguments[1])).forTests();
        var told = new RehearsalOptions(
                runner,
                provider,
                options.dialect(),
                options.selector(),
                options.volume(),
                new Judge(TestRules.POSTGRES, PATIENT, options.judge().baseline()),
                options.statementTimeout(),
                options.lockQueueHold(),
                options.application(),
                options.applicationTimeout(),
                options.crash(),
                TestSearch.NONE);
        System.out.println(new Rehearsal(told, RehearsalForAWhile::next, Clock.systemUTC())
                .run()
                .verdict());
    }

    private static void next(String what) {
        System.out.println(NEXT + what);
    }

    /** Says each thing that the runner is asked to do. */
    private static MigrationRunner told(MigrationRunner runner) {
        InvocationHandler handler = (proxy, method, args) -> {
            if (method.getParameterCount() == 3) {
                next(method.getName());
            }
            @Nullable Object result = null;
            try {
                result = method.invoke(runner, args);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
            return result instanceof MigrationRunner fresh ? told(fresh) : result;
        };
        return (MigrationRunner) Proxy.newProxyInstance(
                RehearsalForAWhile.class.getClassLoader(), new Class<?>[] {MigrationRunner.class}, handler);
    }
}
