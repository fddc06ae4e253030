package dev.rehearsal.it.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Processes that do nothing but use processors, until they are closed. */
final class Burners implements AutoCloseable {
    private static final String BURN = "while :; do :; done";

    /** Linux shares the processors among sessions first: each of its own, so that none makes room for the database. */
    private static final String APART = "command -v setsid >/dev/null && exec setsid sh -c \"$0\"; exec sh -c \"$0\"";

    private final List<Process> processes = new ArrayList<>();

    static Burners start(int number) throws IOException {
        Burners burners = new Burners();
        try {
            for (int i = 0; i < number; i++) {
                burners.processes.add(new ProcessBuilder("sh", "-c", APART, BURN).start());
            }
            return burners;
        } catch (IOException e) {
            burners.close();
            throw e;
        }
    }

    /** {@return how many there are} */
    int number() {
        return processes.size();
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
