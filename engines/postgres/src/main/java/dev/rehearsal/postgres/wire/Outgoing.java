package dev.rehearsal.postgres.wire;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Messages as they go out. Whole messages may be written by several threads. */
final class Outgoing {
    private final OutputStream out;

    Outgoing(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    synchronized void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    synchronized void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    synchronized void flush() throws IOException {
        out.flush();
    }
}
