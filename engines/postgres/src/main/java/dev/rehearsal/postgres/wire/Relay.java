package dev.rehearsal.postgres.wire;

import dev.rehearsal.dialect.Wire.Listener;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program's connection and the one to the server that stands for it. */
final class Relay {
    static final int CANCEL = 80877102;
    private static final int SSL = 80877103;
    private static final int GSS = 80877104;
    private static final long COURTESY = 5;
    private static final long PATIENCE = 10;

    private final Socket program;
    private final Target target;
    private final boolean apart;
    private final Listener listener;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable Conversation conversation;

    Relay(Socket program, Target target, boolean apart, Listener listener) {
        this.program = program;
        this.target = target;
        this.apart = apart;
        this.listener = listener;
    }

    /** {@return whether it was, or is, a session, and not only a request to cancel another one} */
    boolean conversed() {
        return conversation != null;
    }

    /** Passes on all that is said until one of the two ends it. */
    void run() throws IOException {
        try (Socket client = program;
                Socket server = target.connect()) {
            client.setTcpNoDelay(true);
            Incoming in = new Incoming(client.getInputStream());
            byte[] startup = startup(in);
            Outgoing toServer = new Outgoing(server.getOutputStream());
            toServer.write(ByteBuffer.allocate(4).putInt(startup.length + 4).array());
            toServer.write(startup);
            toServer.flush();
            if (Messages.number(startup, 0) == CANCEL) {
                server.getInputStream().read(); // the server closes it when it has seen it
            } else {
                converse(new Conversation(client, server, toServer, listener), in);
            }
        } finally {
            over.countDown();
        }
    }

    private void converse(Conversation begun, Incoming in) throws IOException {
        conversation = begun;
        Thread back = PostgresGate.daemon("rehearsal-gate-server", () -> {
            begun.answers().run();
            close(begun.program());
        });
        try {
            new FromProgram(begun, in, apart).run();
        } finally {
            leave(begun, back);
        }
    }

    /** The server ends the session, and gives its locks back, before anybody goes on. */
    private static void leave(Conversation begun, Thread back) throws IOException {
        try {
            if (!begun.server().isClosed()) {
                begun.server().shutdownOutput();
            }
            back.join(TimeUnit.SECONDS.toMillis(PATIENCE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The way to the server is not encrypted; a program that insists is told so by its own driver. */
    private byte[] startup(Incoming in) throws IOException {
        byte[] first = in.readUntyped();
        while (first.length >= 4 && (Messages.number(first, 0) == SSL || Messages.number(first, 0) == GSS)) {
            program.getOutputStream().write('N');
            program.getOutputStream().flush();
            first = in.readUntyped();
        }
        if (first.length < 4) {
            throw new IOException("it said nothing");
        }
        return first;
    }

    /**
     * What a program has sent before it ended is still done; only what does not end is cancelled, and who stays is cut off.
     * Returns when the server has ended the session.
     */
    void close() {
        try {
            if (over.await(COURTESY, TimeUnit.SECONDS)) {
                return;
            }
            Conversation begun = conversation;
            if (begun != null && begun.current() != null) {
                begun.cancel(target);
            }
            close(program);
            over.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }
}
