package dev.rehearsal.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that made something, so that a later one can tell whether it still lives.
 *
 * @param machine the host, and the process namespace where there is one: two containers may share a host's name
 * @param pid the process
 * @param started when it started, in milliseconds since 1970: a process id comes back, this pair does not
 */
public record RunOwner(String machine, long pid, long started) {
    private static final Pattern TEXT = Pattern.compile("(\\S+)/(\\d{1,18})/(\\d{1,18})");
    // the kernel gives starts relative to a boot time that a clock adjustment moves
    private static final long CLOCK_SLACK_MILLIS = 5_000;
    private static final Path NAMESPACE = Path.of("/proc/self/ns/pid");

    /** {@return this process} */
    public static RunOwner current() {
        ProcessHandle self = ProcessHandle.current();
        return new RunOwner(machineName(), self.pid(), startOf(self));
    }

    /**
     * {@return the owner that {@link #toString} wrote, or empty if the text is no such thing}
     *
     * @param text any text
     */
    public static Optional<RunOwner> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new RunOwner(
                        matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    /** {@return whether it is known to be gone; false for a process of another machine, of which nothing is known} */
    public boolean isGone() {
        return isOfThisMachine()
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> Math.abs(startOf(process) - started) < CLOCK_SLACK_MILLIS)
                        .isEmpty();
    }

    /** {@return whether the process ran, or runs, where this one does} */
    public boolean isOfThisMachine() {
        return machine.equals(machineName());
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String machineName() {
        return hostName().replaceAll("[^A-Za-z0-9.-]", "-") + namespace();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private static String namespace() {
        try {
            return ":" + Files.readSymbolicLink(NAMESPACE).toString().replaceAll("\\D", "");
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** {@return the owner as one word, for {@link #parse}} */
    @Override
    public String toString() {
        return machine + "/" + pid + "/" + started;
    }
}
