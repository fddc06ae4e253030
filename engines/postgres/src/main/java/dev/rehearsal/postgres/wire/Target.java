package dev.rehearsal.postgres.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A database and who logs in to it.
 *
 * @param host of the server
 * @param port of the server
 * @param database its name
 * @param user who
 * @param password the password; never printed
 */
record Target(String host, int port, String database, String user, String password) {
    private static final int MILLIS_TO_CONNECT = 10_000;
    private static final String LOOPBACK = InetAddress.getLoopbackAddress().getHostAddress();

    Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), MILLIS_TO_CONNECT);
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    Map<String, String> parts(int gate) {
        return Map.of(
                "host", LOOPBACK,
                "port", String.valueOf(gate),
                "database", database,
                "user", user,
                "password", password,
                "url", url(gate),
                "jdbcUrl", jdbcUrl(gate));
    }

    Map<String, String> environment(int gate) {
        return Map.of(
                "DATABASE_URL",
                url(gate),
                "JDBC_URL",
                jdbcUrl(gate),
                "PGHOST",
                LOOPBACK,
                "PGPORT",
                String.valueOf(gate),
                "PGDATABASE",
                database,
                "PGUSER",
                user,
                "PGPASSWORD",
                password,
                "PGSSLMODE",
                "disable",
                "PGGSSENCMODE",
                "disable");
    }

    private String url(int gate) {
        return "postgresql://" + encoded(user) + ":" + encoded(password) + "@" + LOOPBACK + ":" + gate + "/"
                + encoded(database) + "?sslmode=disable";
    }

    private String jdbcUrl(int gate) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + gate + "/" + encoded(database) + "?sslmode=disable";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** {@return who and where, without the password} */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
