package dev.rehearsal.postgres.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Finds the process of a session, if the server runs on this machine: what it is called tells whose it is. */
final class ServerProcess {
    private ServerProcess() {}

    /**
     * {@return the number of a session's process; empty if another process, or none, has that number here}
     *
     * @param session as the server numbers it
     * @param database to which it is connected
     */
    static OptionalLong of(long session, String database) {
        try {
            String title = Files.readString(Path.of("/proc/" + session + "/cmdline"));
            return title.startsWith("postgres: ") && title.contains(" " + database + " ")
                    ? OptionalLong.of(session)
                    : OptionalLong.empty();
        } catch (IOException | RuntimeException notHere) {
            return OptionalLong.empty();
        }
    }
}
