package dev.rehearsal.result;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a finding in the next run: the same rule of the same script at a line of the same text has the same
 * fingerprint, wherever that line has moved, and however long it took this time. One instance serves the findings of one
 * rehearsal, in their order; not safe for use by several threads.
 */
public final class Fingerprints {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBERS = Pattern.compile("\\d[\\d.,]*(?: (?:ms|s|min|h|kB|MB|GB)\\b)?");

    private final Map<String, Integer> seen = new HashMap<>();

    /** Makes one that has seen nothing. */
    public Fingerprints() {}

    /**
     * {@return the line that a finding points at, or null if it is not known}
     *
     * @param finding which
     * @param scripts those that it may be of
     */
    public static @Nullable String line(Finding finding, Collection<Script> scripts) {
        for (Script script : scripts) {
            if (script.name().equals(finding.file())) {
                List<String> lines = script.text().lines().toList();
                int at = finding.line() - script.firstLine();
                return at >= 0 && at < lines.size() ? lines.get(at) : null;
            }
        }
        return null;
    }

    /**
     * {@return the fingerprint of a finding of a migration; one without a file gets its script}
     *
     * @param f which
     * @param migration whose
     */
    public String ofMigration(Finding f, Migration migration) {
        List<Script> scripts = Stream.of(migration.script(), migration.undo())
                .filter(Objects::nonNull)
                .toList();
        Finding placed = f.in(migration.script().name());
        return of(placed, line(placed, scripts));
    }

    /**
     * {@return the fingerprint; the second of two findings that are alike gets another}
     *
     * @param finding which
     * @param line the text of the line that it points at; null if not known
     */
    public String of(Finding finding, @Nullable String line) {
        String text = line == null
                ? NUMBERS.matcher(finding.plainMessage()).replaceAll("#")
                : BLANKS.matcher(line.strip()).replaceAll(" ");
        String key = finding.rule() + "\n" + Objects.requireNonNullElse(finding.file(), "") + "\n" + text;
        int occurrence = seen.merge(key, 1, Integer::sum);
        return hash(key + "\n" + occurrence);
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
