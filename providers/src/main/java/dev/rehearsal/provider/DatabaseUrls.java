package dev.rehearsal.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes JDBC URLs for names that may hold anything. */
public final class DatabaseUrls {
    private DatabaseUrls() {}

    /**
     * {@return the URL of a database of a PostgreSQL server}
     *
     * @param host the host, and the port if need be
     * @param database the database's name, as the catalogue spells it
     */
    public static String postgresql(String host, String database) {
        String name = URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
        return "jdbc:postgresql://" + host + "/" + name;
    }
}
