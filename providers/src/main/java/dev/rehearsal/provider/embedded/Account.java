package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Who the server runs as. PostgreSQL refuses to run as root, and builds in containers do.
 *
 * @param prefix what stands before a command so that it does not run as root; empty if it would not anyway
 * @param user the other user's name if it runs as one, or empty: then files need no other owner
 */
record Account(List<String> prefix, String user) {
    private static final Path SELF = Path.of("/proc/self");
    private static final Duration PROBE = Duration.ofSeconds(5);
    private static final List<String> UNSHARED = List.of("unshare", "-U");

    Account {
        prefix = List.copyOf(prefix);
    }

    static Account current() throws IOException {
        if (!isRoot()) {
            return new Account(List.of(), "");
        }
        if (works(UNSHARED)) {
            return new Account(UNSHARED, "");
        }
        for (String user : List.of("postgres", "nobody")) {
            List<String> prefix = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
            List<String> noGroup = List.of("setpriv", "--reuid=" + user, "--regid=nogroup", "--clear-groups");
            for (List<String> candidate : List.of(prefix, noGroup)) {
                if (works(candidate)) {
                    return new Account(candidate, user);
                }
            }
        }
        throw new DatabaseUnavailableException(
                "PostgreSQL does not run as root, and neither unshare nor setpriv can start it as another user here."
                        + " Run the build as another user, or use container:postgres:18.");
    }

    static boolean isRoot() throws IOException {
        return Files.exists(SELF) && Files.getAttribute(SELF, "unix:uid").equals(0);
    }

    private static boolean works(List<String> prefix) {
        try {
            return new Command(prefix).with("true").run(Path.of("/"), PROBE).succeeded();
        } catch (IOException e) {
            return false; // the program is not there
        }
    }

    /** {@return whether files must be given to another user before the server can read them} */
    boolean isOther() {
        return !user.isEmpty();
    }

    /** Gives a file to the account that the server runs as. */
    void give(Path file) throws IOException {
        if (isOther()) {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
        }
    }
}
