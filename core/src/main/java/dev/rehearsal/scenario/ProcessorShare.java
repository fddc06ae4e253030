package dev.rehearsal.scenario;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How much of a processor one thread of ours gets at the moment. */
final class ProcessorShare {
    private static final long WORK_NANOS = 40_000_000;
    private static final long PATIENCE_NANOS = 2_000_000_000;

    private ProcessorShare() {}

    /**
     * {@return how much longer than its processor time a short computation takes: 1 where nobody else wants the processor;
     * 1 too where the platform does not tell}
     */
    static double stretch() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        if (!threads.isCurrentThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
            return 1;
        }
        long begun = System.nanoTime();
        long used = threads.getCurrentThreadCpuTime();
        long spent = 0;
        while (spent < WORK_NANOS && System.nanoTime() - begun < PATIENCE_NANOS) {
            spent = threads.getCurrentThreadCpuTime() - used;
        }
        return Math.max(1, (double) (System.nanoTime() - begun) / Math.max(1, spent));
    }
}
