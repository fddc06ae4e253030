package dev.rehearsal.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests as they stand in files: {@code sha256:9f86d0…}. */
public final class Digests {
    private static final String PREFIX = "sha256:";

    private Digests() {}

    /**
     * {@return the digest of a text in UTF-8; the same whether its lines end as on Windows or as elsewhere, because a
     * checkout may change that}
     *
     * @param text any text
     */
    public static String ofText(String text) {
        return ofBytes(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return the digest of bytes}
     *
     * @param bytes any bytes
     */
    public static String ofBytes(byte[] bytes) {
        try {
            return PREFIX
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
