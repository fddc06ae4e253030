package dev.rehearsal.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one script of a large page: it makes parts when they are opened, and filters. The page lets in no other. */
final class PageScript {
    /** Its text. */
    static final String TEXT = read();

    private PageScript() {}

    /** {@return what the page's policy lets in: this very text} */
    static String source() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String read() {
        try (InputStream script = PageScript.class.getResourceAsStream("report.js")) {
            if (script == null) {
                throw new IllegalStateException("report.js is missing beside " + PageScript.class);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
