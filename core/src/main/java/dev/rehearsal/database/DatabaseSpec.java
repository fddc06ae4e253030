package dev.rehearsal.database;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user asks to rehearse on: {@code embedded}, {@code embedded:17}, {@code embedded:mariadb},
 * {@code container:postgres:18} or the URL of a disposable server. Which engine serves it, the engines say.
 *
 * @param kind which provider
 * @param value the version, the engine's name and its version if need be, the image, or the URL; may hold a password and is printed by {@link #toString} only
 */
public record DatabaseSpec(Kind kind, String value) {
    /** The major version that {@code embedded} alone stands for. */
    public static final int DEFAULT_MAJOR = 18;

    private static final List<String> MAJORS = List.of("14", "15", "16", "17", "18");
    private static final Pattern EMBEDDED = Pattern.compile("embedded(?::(.*))?");
    private static final Pattern NAMED = Pattern.compile("[a-z]+(?::\\d+(?:\\.\\d+)?)?");
    private static final String FORMS = "Known forms: embedded, embedded:17, embedded:mariadb, container:postgres:18,"
            + " jdbc:postgresql://host:5432/postgres.";

    /** Which provider. */
    public enum Kind {
        EMBEDDED,
        CONTAINER,
        SERVER
    }

    /**
     * Reads what the user wrote.
     *
     * @param text one of the known forms
     * @return what it means
     * @throws IllegalArgumentException if it is none; the message names the nearest form
     */
    public static DatabaseSpec parse(String text) {
        String spec = text.strip();
        Matcher embedded = EMBEDDED.matcher(spec);
        if (embedded.matches()) {
            return embedded(spec, embedded.group(1) == null ? Integer.toString(DEFAULT_MAJOR) : embedded.group(1));
        }
        if (spec.startsWith("container:") && spec.length() > "container:".length()) {
            return new DatabaseSpec(Kind.CONTAINER, spec.substring("container:".length()));
        }
        if (spec.startsWith("jdbc:postgresql:") || spec.startsWith("jdbc:mariadb:")) {
            return new DatabaseSpec(Kind.SERVER, spec);
        }
        throw new IllegalArgumentException(
                "There is no database '" + withoutSecrets(spec) + "'. " + nearest(spec) + FORMS);
    }

    private static DatabaseSpec embedded(String spec, String version) {
        if (NAMED.matcher(version).matches() && version.startsWith("mariadb")) {
            return new DatabaseSpec(Kind.EMBEDDED, version);
        }
        if (!MAJORS.contains(version)) {
            throw new IllegalArgumentException("There is no database '" + spec
                    + "'. The embedded PostgreSQL comes as 14, 15, 16, 17 or 18: write embedded:"
                    + nearestMajor(version)
                    + ".");
        }
        return new DatabaseSpec(Kind.EMBEDDED, version);
    }

    private static String nearestMajor(String version) {
        String digits = version.replaceAll("\\D.*", "");
        if (MAJORS.contains(digits)) {
            return digits;
        }
        return !digits.isEmpty() && digits.length() < 3 && Integer.parseInt(digits) < 14 ? "14" : "18";
    }

    private static String nearest(String spec) {
        String lower = spec.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:")) {
            return "Rehearsal speaks to PostgreSQL: a server's URL begins with jdbc:postgresql:. ";
        }
        if (lower.startsWith("postgres://") || lower.startsWith("postgresql://")) {
            return "Write the URL as JDBC does: jdbc:postgresql://host:5432/database. ";
        }
        if (lower.startsWith("postgres") || lower.startsWith("docker") || lower.startsWith("cont")) {
            return "Did you mean container:postgres:18? ";
        }
        return lower.startsWith("e") ? "Did you mean embedded? " : "";
    }

    private static String withoutSecrets(String spec) {
        return spec.replaceAll("\\?.*", "?…").replaceAll("//[^/@]*@", "//…@");
    }

    /** {@return the last part of a container's image, without registry, tag and digest: {@code postgres}} */
    public String imageName() {
        return value.replaceFirst("@.*", "").replaceFirst(".*/", "").replaceFirst(":.*", "");
    }

    /** {@return the major version of an embedded server} */
    public int major() {
        return Integer.parseInt(value);
    }

    /** {@return the form a user would write, without what may be secret} */
    @Override
    public String toString() {
        return switch (kind) {
            case EMBEDDED -> "embedded:" + value;
            case CONTAINER -> "container:" + value;
            case SERVER -> withoutSecrets(value);
        };
    }
}
