package dev.rehearsal.postgres.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The messages of the protocol's version 3 that are made here, and the parts of those that are read. */
final class Messages {
    private Messages() {}

    static int number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, 4).getInt();
    }

    /** {@return a text that ends with a zero} */
    static String text(byte[] bytes, int at) {
        return new String(bytes, at, end(bytes, at) - at, StandardCharsets.UTF_8);
    }

    /** {@return where such a text ends} */
    static int end(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return end;
    }

    static byte[] message(char type, byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        return ByteBuffer.allocate(body.size() + 5)
                .put((byte) type)
                .putInt(body.size() + 4)
                .put(body.toByteArray())
                .array();
    }

    static byte[] zeroEnded(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] query(String sql) {
        return message('Q', zeroEnded(sql));
    }

    /** {@return that the server is ready, with its transaction's status} */
    static byte[] ready(char status) {
        return message('Z', new byte[] {(byte) status});
    }

    /** A query under a name of ours, so that what the program has prepared without a name is still there afterwards. */
    static byte[] question(String sql) {
        byte[] name = zeroEnded("rehearsal");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(message('P', name, zeroEnded(sql), new byte[2]));
        all.writeBytes(message('B', name, name, new byte[6]));
        all.writeBytes(message('E', name, new byte[4]));
        all.writeBytes(message('C', new byte[] {'P'}, name));
        all.writeBytes(message('C', new byte[] {'S'}, name));
        all.writeBytes(message('S'));
        return all.toByteArray();
    }

    /** {@return an error of the server, as its driver would throw it} */
    static SQLException error(byte[] body) {
        return new PSQLException(new ServerErrorMessage(new String(body, StandardCharsets.UTF_8)));
    }

    /** {@return the message of an error that points so many characters further behind} */
    static byte[] shifted(byte[] body, int by) {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        for (int at = 0; at < body.length && body[at] != 0; at = end(body, at + 1) + 1) {
            String value = text(body, at + 1);
            fields.write(body[at]);
            fields.writeBytes(zeroEnded(body[at] == 'P' ? String.valueOf(Integer.parseInt(value) + by) : value));
        }
        fields.write(0);
        return message('E', fields.toByteArray());
    }
}
