package dev.rehearsal.it.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;

/** What a run of the benchmarks is asked for, by system properties {@code rehearsal.bench…}. */
final class Bench {
    private Bench() {}

    /** Leaves a figure out unless {@code rehearsal.bench} names it, or names none. */
    static void assumeSelected(String figure) {
        String wanted = System.getProperty("rehearsal.bench", "");
        assumeTrue(wanted.isBlank()
                || Arrays.asList(wanted.trim().split("\\s*,\\s*")).contains(figure));
    }

    /** {@return how often two things are measured in turn} */
    static int pairs() {
        return Integer.getInteger("rehearsal.bench.pairs", 7);
    }

    /** {@return a size: {@code rehearsal.bench.NAME}, or what can be tried everywhere} */
    static int size(String name, int small) {
        return Integer.getInteger("rehearsal.bench." + name, small);
    }

    /** {@return where the raw data goes; the page is beside this folder} */
    static Path out() {
        return Path.of(System.getProperty("rehearsal.bench.out", "target/bench/speed"))
                .toAbsolutePath()
                .normalize();
    }

    static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Something to time. */
    interface Work {
        void run() throws Exception;
    }
}
