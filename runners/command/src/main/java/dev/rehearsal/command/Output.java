package dev.rehearsal.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The last lines that a command prints, without its password. Written by a thread of its own. */
final class Output {
    private static final int KEPT = 5000;
    private static final int TOLD = 15;
    private static final int WIDTH = 400;
    private static final Pattern IN_URL = Pattern.compile("(\\w+://[^:@/\\s]*):[^@/\\s]*@");
    private static final Pattern ASKS = Pattern.compile(
            "(?i)(password|passphrase|passwort)[^:]{0,60}:\\s*$|no password supplied|password is required");

    private final @Nullable String secret;
    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    Output(InputStream in, @Nullable String secret) {
        this.secret = secret == null || secret.isEmpty() ? null : secret;
        this.reader = new Thread(() -> read(in), "rehearsal-command-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream in) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            // the command was killed
        }
    }

    private synchronized void add(String line) {
        if (lines.size() == KEPT) {
            lines.removeFirst();
        }
        String plain = secret == null ? line : line.replace(secret, "***");
        lines.add(IN_URL.matcher(plain).replaceAll("$1:***@"));
    }

    /** Waits a little until all has been read; a process that was left behind may hold it open. */
    void await(long millis) throws InterruptedException {
        reader.join(millis);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** {@return the last lines, for a reader} */
    synchronized String tail() {
        List<String> told = lines.stream().filter(line -> !line.isBlank()).toList();
        return String.join(
                "\n",
                told.subList(Math.max(0, told.size() - TOLD), told.size()).stream()
                        .map(line -> line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line)
                        .toList());
    }

    /** {@return whether it seems to have asked for a password} */
    synchronized boolean asksForPassword() {
        return lines.stream().anyMatch(line -> ASKS.matcher(line).find());
    }
}
