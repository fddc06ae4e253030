package dev.rehearsal.postgres.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Messages as they come in; the last one lies in the buffer until the next is read. Used by one thread at a time. */
final class Incoming {
    /** A byte of type and four of length, which count themselves. */
    private static final int HEAD = 5;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int next;
    private int end;

    Incoming(InputStream in) {
        this.in = in;
    }

    /** {@return whether there is another message, which is now the one that is asked about} */
    boolean read() throws IOException {
        from = next;
        if (!there(HEAD)) {
            return false;
        }
        int length = number(from + 1) + 1;
        if (length < HEAD) {
            throw new IOException("a message of PostgreSQL's protocol says that it is " + length + " bytes long");
        }
        if (!there(length)) {
            throw new IOException("the connection ended within a message");
        }
        next = from + length;
        return true;
    }

    /** {@return the first message of a session, which has no type; its length is left out} */
    byte[] readUntyped() throws IOException {
        from = next;
        if (!there(4)) {
            return new byte[0];
        }
        int length = number(from);
        if (length < 8 || !there(length)) {
            throw new IOException("this is not PostgreSQL's protocol");
        }
        next = from + length;
        return Arrays.copyOfRange(buffer, from + 4, next);
    }

    /** {@return whether a further message has come already, wholly} */
    boolean more() {
        return end - next >= HEAD && end - next >= number(next + 1) + 1;
    }

    char type() {
        return (char) buffer[from];
    }

    /** {@return the message without its head} */
    byte[] body() {
        return Arrays.copyOfRange(buffer, from + HEAD, next);
    }

    /** {@return the whole message} */
    byte[] whole() {
        return Arrays.copyOfRange(buffer, from, next);
    }

    void passTo(Outgoing out) throws IOException {
        out.write(buffer, from, next - from);
    }

    /** {@return the text of a message that is one} */
    String text() {
        return new String(buffer, from + HEAD, next - from - HEAD - 1, StandardCharsets.UTF_8);
    }

    private int number(int at) {
        return Messages.number(buffer, at);
    }

    private boolean there(int length) throws IOException {
        while (end - from < length) {
            if (from > 0) {
                System.arraycopy(buffer, from, buffer, 0, end - from);
                end -= from;
                from = 0;
            }
            if (buffer.length < length) {
                buffer = Arrays.copyOf(buffer, Math.max(length, buffer.length * 2));
            }
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }
}
