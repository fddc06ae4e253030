package dev.rehearsal.postgres.wire;

import dev.rehearsal.dialect.Wire.Gate;
import dev.rehearsal.dialect.Wire.Listener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port on the loopback address; each program that connects to it gets a session of the server. */
final class PostgresGate implements Gate {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresGate.class);

    private final ServerSocket port;
    private final Target target;
    private final boolean apart;
    private final Listener listener;
    private final Set<Relay> relays = ConcurrentHashMap.newKeySet();
    private volatile boolean used;

    PostgresGate(Target target, boolean apart, Listener listener) throws IOException {
        this.target = target;
        this.apart = apart;
        this.listener = listener;
        this.port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon("rehearsal-gate", this::accept);
    }

    static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void accept() {
        while (!port.isClosed()) {
            try {
                Socket program = port.accept();
                daemon("rehearsal-gate-program", () -> relay(program));
            } catch (IOException e) {
                LOG.debug("The gate is closed: {}", e.getMessage());
            }
        }
    }

    private void relay(Socket program) {
        Relay relay = new Relay(program, target, apart, listener);
        relays.add(relay);
        try {
            relay.run();
        } catch (IOException e) {
            LOG.debug("A session through the gate has ended: {}", e.getMessage());
        } finally {
            used = used || relay.conversed();
            relays.remove(relay);
        }
    }

    @Override
    public Map<String, String> environment() {
        return target.environment(port.getLocalPort());
    }

    @Override
    public Map<String, String> parts() {
        return target.parts(port.getLocalPort());
    }

    @Override
    public boolean used() {
        return used || relays.stream().anyMatch(Relay::conversed);
    }

    @Override
    public void close() {
        try {
            port.close();
        } catch (IOException e) {
            LOG.debug("The gate did not close: {}", e.getMessage());
        }
        relays.forEach(Relay::close);
    }
}
