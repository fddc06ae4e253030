package dev.rehearsal.provider.server;

import dev.rehearsal.database.Credentials;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.provider.DatabaseUrls;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server's JDBC URL, taken apart as the driver does it.
 *
 * @param host the host as the URL spells it, without the brackets of an IPv6 address
 * @param port the port
 * @param database the database
 * @param parameters the parameters, without user and password: {@code sslmode=require}
 * @param credentials what the URL says of them
 */
record ServerUrl(String host, int port, String database, String parameters, Credentials credentials) {
    private static final int DEFAULT_PORT = 5432;
    private static final Pattern WRAPPED = Pattern.compile("^jdbc:(?:[\\w-]+:)+postgresql:");
    private static final Set<String> CREDENTIALS = Set.of("user", "password");
    /** These lead elsewhere than the host that is checked, or hold a secret that would be printed. */
    private static final Set<String> REFUSED =
            Set.of("socketFactory", "socketFactoryArg", "service", "PGHOST", "PGPORT", "PGDBNAME", "sslpassword");

    /** Reads the URL of a server to rehearse on. */
    static ServerUrl parse(String url) {
        refuseMisleading(url);
        List<ServerUrl> targets = targets(url);
        if (targets.size() != 1) {
            throw new DatabaseUnavailableException(
                    targets.isEmpty()
                            ? "The driver cannot read the server's URL;"
                                    + " it looks like this: jdbc:postgresql://host:5432/postgres?sslmode=require"
                            : "Name one host in the server's URL, not " + targets.size()
                                    + ": databases are made on one server.");
        }
        return targets.get(0);
    }

    /** {@return whether a URL of the application's, in whatever spelling, leads to this database} */
    static boolean meansSame(String applicationUrl, ServerUrl url) {
        String plain = WRAPPED.matcher(applicationUrl.strip()).replaceFirst("jdbc:postgresql:");
        return plain.startsWith("jdbc:postgresql:") && targets(plain).stream().anyMatch(url::isSameAs);
    }

    /** The driver's own message would hold the password, so what it cannot read is only nothing. */
    private static List<ServerUrl> targets(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setURL(url);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
        Credentials credentials = new Credentials(orEmpty(source.getUser()), orEmpty(source.getPassword()));
        List<ServerUrl> targets = new ArrayList<>();
        for (int i = 0; i < source.getServerNames().length; i++) {
            String host = source.getServerNames()[i].replaceAll("^\\[|\\]$", "");
            int port = source.getPortNumbers()[i] == 0 ? DEFAULT_PORT : source.getPortNumbers()[i];
            String database = orEmpty(source.getDatabaseName());
            targets.add(new ServerUrl(host, port, database, parameters(url), credentials));
        }
        return targets;
    }

    private static void refuseMisleading(String url) {
        for (String parameter : query(url)) {
            if (REFUSED.contains(nameOf(parameter))) {
                throw new DatabaseUnavailableException("The server's URL has the parameter " + nameOf(parameter)
                        + ", which Rehearsal does not take: name host, port and database in the URL itself.");
            }
        }
    }

    private static String parameters(String url) {
        return query(url).stream()
                .filter(parameter -> !CREDENTIALS.contains(nameOf(parameter)))
                .collect(Collectors.joining("&"));
    }

    private static List<String> query(String url) {
        int question = url.indexOf('?');
        return question < 0
                ? List.of()
                : Arrays.asList(url.substring(question + 1).split("&", -1));
    }

    private static String nameOf(String parameter) {
        int equals = parameter.indexOf('=');
        return URLDecoder.decode(equals < 0 ? parameter : parameter.substring(0, equals), StandardCharsets.UTF_8);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** {@return the URL of a database of this server, without credentials} */
    String withDatabase(String name) {
        String url = DatabaseUrls.postgresql((host.contains(":") ? "[" + host + "]" : host) + ":" + port, name);
        return parameters.isEmpty() ? url : url + "?" + parameters;
    }

    boolean isLoopback() {
        Set<InetAddress> addresses = addresses();
        return !addresses.isEmpty() && addresses.stream().allMatch(InetAddress::isLoopbackAddress);
    }

    /** {@return whether both mean the same database, however they spell it} */
    boolean isSameAs(ServerUrl other) {
        return port == other.port && database.equals(other.database) && isSameHost(other);
    }

    private boolean isSameHost(ServerUrl other) {
        return host.equalsIgnoreCase(other.host)
                || (isLoopback() && other.isLoopback())
                || !Collections.disjoint(addresses(), other.addresses());
    }

    private Set<InetAddress> addresses() {
        try {
            return Set.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return Set.of(); // the connection will say so better
        }
    }
}
