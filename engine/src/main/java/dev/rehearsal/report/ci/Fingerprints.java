package dev.rehearsal.report.ci;

import dev.rehearsal.result.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a finding in the next run: the same rule of the same script at a line of the same text has the same
 * fingerprint, wherever that line has moved, and however long it took this time.
 */
final class Fingerprints {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBERS = Pattern.compile("\\d[\\d.,]*(?: (?:ms|s|min|h|kB|MB|GB)\\b)?");

    private final Map<String, Integer> seen = new HashMap<>();

    /** {@return the fingerprint; the second of two findings that are alike gets another} */
    String of(Finding finding, @Nullable String line) {
        String text = line == null
                ? NUMBERS.matcher(finding.message()).replaceAll("#")
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
