package dev.rehearsal.postgres.wire;

import dev.rehearsal.dialect.Wire.Sent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One thing that is sent to the server, until it is ready again. */
final class Step {
    private final byte[] message;
    private final @Nullable Sent sent;
    private final boolean ours;
    private final int shift;

    private Step(byte[] message, @Nullable Sent sent, boolean ours, int shift) {
        this.message = message;
        this.sent = sent;
        this.ours = ours;
        this.shift = shift;
    }

    /** {@return what a program has sent, passed on as it is} */
    static Step whole(byte[] message, @Nullable Sent sent) {
        return new Step(message, sent, false, 0);
    }

    /** {@return a part of what a program has sent, before which there are so many characters} */
    static Step part(Sent sent, int before) {
        return new Step(Messages.query(sent.sql()), sent, false, before);
    }

    /** {@return a statement of ours, of which the program knows nothing} */
    static Step ours(Sent sent) {
        return new Step(Messages.query(sent.sql()), sent, true, 0);
    }

    void sendTo(Outgoing server) throws IOException {
        server.write(message);
        server.flush();
    }

    /** {@return what is told of it; null if that is nothing} */
    @Nullable
    Sent sent() {
        return sent;
    }

    boolean ours() {
        return ours;
    }

    /** {@return how many characters of the program's message are before it} */
    int shift() {
        return shift;
    }
}
