package dev.rehearsal.report.markdown;

import java.nio.charset.StandardCharsets;

/** How much room a text takes in a file. */
final class Bytes {
    private Bytes() {}

    static int of(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
