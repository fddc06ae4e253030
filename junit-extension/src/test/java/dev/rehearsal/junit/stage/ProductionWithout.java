package dev.rehearsal.junit.stage;

import dev.rehearsal.RehearsalOptions;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.settings.Settings;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;

/** Stages on a real server, by an engine that answers all but one kind of question. */
public final class ProductionWithout implements AutoCloseable {
    private final SharedServer server;
    private final Production production;

    /**
     * Makes one.
     *
     * @param locations where the migrations are
     * @param unanswered the method of the dialect that is as if the engine did not have it
     */
    public ProductionWithout(String locations, String unanswered) {
        Setup setup = new Setup(
                Path.of("").toAbsolutePath(),
                Settings.of(Map.of("locations", locations), "a test"),
                3L,
                ProductionWithout.class.getClassLoader());
        RehearsalOptions all = setup.project().options();
        RehearsalOptions options = new RehearsalOptions(
                all.runner(),
                all.provider(),
                without(all.dialect(), unanswered),
                all.selector(),
                all.volume(),
                all.judge(),
                all.statementTimeout(),
                all.lockQueueHold(),
                all.statements(),
                all.crash(),
                all.tests(),
                all.chosen());
        this.server = new SharedServer(options.provider().forTests(), true);
        this.production = new Production(setup, options, server);
    }

    /** {@return the stages} */
    public Production production() {
        return production;
    }

    private static Dialect without(Dialect real, String unanswered) {
        return (Dialect) Proxy.newProxyInstance(
                Dialect.class.getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals(unanswered)
                                ? InvocationHandler.invokeDefault(proxy, method, arguments)
                                : method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    @Override
    public void close() {
        production.close();
        server.close();
    }
}
