package dev.rehearsal.flyway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the project's own connections say of themselves: in the URL, and as Flyway's {@code jdbcProperties}. */
final class ConnectionParameters {
    /** How Flyway's settings of its connections begin. */
    static final String PROPERTY = "jdbcProperties.";

    private static final String TIME_ZONE = "TimeZone";
    /** Who connects to what, and how that is proven: a rehearsal brings its own. */
    private static final Set<String> WHO_AND_WHERE = Set.of(
            "user", "password", "host", "port", "dbname", "database", "databasename", "servername", "portnumber");
    /** Where others are wanted for them, the names begin so. */
    private static final List<String> SECURITY = List.of("ssl", "gss", "kerberos", "jaas", "krb", "channelbinding");

    private static final Pattern SEARCH_PATH = Pattern.compile("(?i)search_path=(\\S+)");

    private ConnectionParameters() {}

    /**
     * {@return the parameters by their names, without who and where}
     *
     * @param project which
     */
    static Map<String, String> of(FlywayProject project) {
        Map<String, String> said = new LinkedHashMap<>();
        SpringConfiguration spring = SpringConfiguration.read(project);
        Map<String, String> flyway = new LinkedHashMap<>();
        spring.flyway().forEach((key, value) -> flyway.put(key, value.value()));
        SettingFiles.read(project).values().forEach(flyway::putAll);
        flyway.putAll(SettingFiles.bare(project.settings()));
        String url = flyway.getOrDefault("url", spring.dataSource());
        ofUrl(url).forEach((name, value) -> put(said, name, value));
        flyway.forEach((key, value) -> {
            if (key.startsWith(PROPERTY)) {
                put(said, key.substring(PROPERTY.length()), value);
            }
        });
        String zone = project.rehearsal().get("timeZone");
        if (zone != null) {
            put(said, TIME_ZONE, zone);
        }
        return said;
    }

    /**
     * {@return the schema that unqualified names mean in these connections, and in which Flyway then keeps its history;
     * empty if they do not say}
     *
     * @param said their parameters
     */
    static Optional<String> schema(Map<String, String> said) {
        Matcher option = SEARCH_PATH.matcher(said.getOrDefault("options", ""));
        String path = said.getOrDefault("currentSchema", option.find() ? option.group(1) : "");
        return Stream.of(path.split(",", -1))
                .map(name -> name.strip().replaceAll("^\"|\"$", ""))
                .filter(name -> !name.isEmpty() && !name.equals("$user"))
                .findFirst();
    }

    /**
     * {@return what a URL says of connections, without who and where}
     *
     * @param url any
     */
    static Map<String, String> said(String url) {
        Map<String, String> said = new LinkedHashMap<>();
        ofUrl(url).forEach((name, value) -> put(said, name, value));
        return said;
    }

    private static void put(Map<String, String> said, String name, String value) {
        String low = name.toLowerCase(Locale.ROOT);
        if (!WHO_AND_WHERE.contains(low) && SECURITY.stream().noneMatch(low::startsWith)) {
            said.keySet().removeIf(name::equalsIgnoreCase);
            said.put(name, value);
        }
    }

    private static Map<String, String> ofUrl(@Nullable String url) {
        Map<String, String> said = new LinkedHashMap<>();
        int query = url == null ? -1 : url.indexOf('?');
        if (url == null || query < 0) {
            return said;
        }
        for (String part : url.substring(query + 1).split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                said.put(part.substring(0, equals), decoded(part.substring(equals + 1)));
            }
        }
        return said;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value; // a percent sign that nobody meant to be decoded
        }
    }
}
