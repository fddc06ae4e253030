package dev.rehearsal.junit.stage;

import dev.rehearsal.settings.Key;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All servers and templates of a JVM. Closing it drops the templates and ends the servers. Safe for use by several
 * threads.
 */
public final class SharedStages implements AutoCloseable {
    private final Map<Setup, Production> productions = new LinkedHashMap<>();
    private final Map<Map<Key, String>, SharedServer> servers = new HashMap<>();

    /**
     * {@return the migrations and stages of a set-up; nothing is started yet}
     *
     * @param setup what is asked for
     * @throws RuntimeException if its settings or its migrations cannot be used; the message says what to do
     */
    public synchronized Production of(Setup setup) {
        Production known = productions.get(setup);
        if (known != null) {
            return known;
        }
        var options = setup.project().options();
        SharedServer server = servers.computeIfAbsent(
                setup.server(), key -> new SharedServer(options.provider().forTests(), setup.isOnServerOfOurs()));
        Production production = new Production(setup, options, server);
        productions.put(setup, production);
        return production;
    }

    @Override
    public synchronized void close() {
        try {
            productions.values().forEach(Production::close);
        } finally {
            servers.values().forEach(SharedServer::close);
        }
    }
}
