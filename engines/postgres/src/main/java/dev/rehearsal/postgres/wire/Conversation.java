package dev.rehearsal.postgres.wire;

import dev.rehearsal.dialect.Wire.Listener;
import dev.rehearsal.dialect.Wire.Sent;
import dev.rehearsal.migration.RunSession;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session between a program and the server. Two threads pass messages on, each in its direction; what one of them
 * waits for is the end of the exchange that is under way.
 */
final class Conversation implements RunSession {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final Socket program;
    private final Socket server;
    private final Listener listener;
    private final Outgoing toServer;
    private final FromServer answers;
    private volatile byte[] key = new byte[0];
    private volatile long pid;
    private volatile char status = 'I';
    private @Nullable Exchange current;
    private boolean unfinished;
    private boolean open;
    private boolean over;

    Conversation(Socket program, Socket server, Outgoing toServer, Listener listener) throws IOException {
        this.program = program;
        this.server = server;
        this.toServer = toServer;
        this.listener = listener;
        this.answers = new FromServer(this, new Incoming(server.getInputStream()), program.getOutputStream());
    }

    FromServer answers() {
        return answers;
    }

    Outgoing toServer() {
        return toServer;
    }

    Socket program() {
        return program;
    }

    Socket server() {
        return server;
    }

    /** The server tells its number, and a secret by which it can be told to cancel. */
    void began(byte[] numberAndSecret) {
        key = numberAndSecret;
        pid = Messages.number(numberAndSecret, 0);
    }

    /** Cancels what is under way for a program that is gone, and will not do it any more. */
    void cancel(Target target) {
        try (Socket other = target.connect()) {
            byte[] whole = ByteBuffer.allocate(key.length + 8)
                    .putInt(key.length + 8)
                    .putInt(Relay.CANCEL)
                    .put(key)
                    .array();
            other.getOutputStream().write(whole);
            other.getInputStream().read();
        } catch (IOException e) {
            LOG.debug("What a program has left under way could not be cancelled: {}", e.getMessage());
        }
    }

    char status() {
        return status;
    }

    void status(char now) {
        status = now;
    }

    /** Begins an exchange as soon as no other is under way. */
    void begin(Exchange exchange) throws IOException {
        idle();
        tell(exchange.step());
        synchronized (this) {
            current = exchange;
        }
        exchange.step().sendTo(toServer);
    }

    /** Begins one to which more belongs, that the program sends later. */
    void beginOpen(Exchange exchange) throws IOException {
        begin(exchange);
        synchronized (this) {
            open = current != null;
        }
    }

    /** {@return whether the exchange under way waits for more of the program} */
    synchronized boolean open() {
        return open;
    }

    /** Passes on what belongs to the exchange under way. */
    void more(Step step) throws IOException {
        if (step.sent() != null) {
            listener.unseen(step.sent());
        }
        step.sendTo(toServer);
    }

    /** Passes on what the server answers only in part, so that it cannot be asked until the rest has come. */
    void unfinished(Step step) throws IOException {
        idle();
        synchronized (this) {
            unfinished = true;
        }
        step.sendTo(toServer);
    }

    private synchronized void idle() throws IOException {
        try {
            while (current != null && !over) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (over) {
            throw new IOException("the server has ended the session");
        }
    }

    synchronized @Nullable Exchange current() {
        return current;
    }

    /** The server is ready: tells of the end of a step, and sends the next one, if there is one. */
    boolean goesOn(Exchange exchange) throws IOException {
        synchronized (this) {
            unfinished = false;
            open = false;
        }
        Sent sent = exchange.step().sent();
        if (sent != null) {
            listener.after(sent, this, exchange.failure());
        }
        if (exchange.next()) {
            tell(exchange.step());
            exchange.step().sendTo(toServer);
            return true;
        }
        return false;
    }

    synchronized void ended() {
        current = null;
        notifyAll();
    }

    private void tell(Step step) {
        if (step.sent() != null) {
            listener.before(step.sent(), this);
        }
    }

    /** The program takes its leave. */
    void closing() {
        if (pid != 0) {
            listener.closing(this, false);
        }
    }

    /** The server has ended the session. */
    void closed() {
        synchronized (this) {
            over = true;
            notifyAll();
        }
        answers.unanswered();
        Exchange broken = current();
        Sent sent = broken == null ? null : broken.step().sent();
        if (broken != null && sent != null) {
            SQLException why = broken.failure();
            listener.after(sent, this, why == null ? new SQLException("the session has ended", "08006") : why);
        }
        if (pid != 0) {
            listener.closing(this, true);
        }
    }

    @Override
    public long id() {
        return pid;
    }

    @Override
    public Transaction transaction() throws SQLException {
        return switch (status) {
            case 'T' -> Transaction.OPEN;
            case 'E' -> Transaction.FAILED;
            default -> Transaction.NONE;
        };
    }

    @Override
    public <T> List<T> ask(String question, Reader<T> reader) throws SQLException {
        synchronized (this) {
            if (over || unfinished) {
                throw new SQLException(over ? "the session has ended" : "the program has sent several things at once");
            }
        }
        try {
            return answers.ask(Messages.question(question)).rows(reader);
        } catch (IOException e) {
            throw new SQLException("the session cannot be asked: " + e.getMessage(), e);
        }
    }

    @Override
    public void abort() throws SQLException {
        try {
            program.close();
            server.close();
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
