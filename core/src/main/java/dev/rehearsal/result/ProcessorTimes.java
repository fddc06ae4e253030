package dev.rehearsal.result;

import java.util.List;

/**
 * How much of a processor a phase had, and how long it waited for one that others used: the thread that migrates, and the
 * server's processes of its sessions.
 *
 * @param points what had been used and waited for at some moments, in their order
 */
public record ProcessorTimes(List<Point> points) {
    private static final Point NOTHING = new Point(0, 0, 0);

    public ProcessorTimes {
        points = List.copyOf(points);
    }

    /**
     * A moment of a phase, and what it had come to by then.
     *
     * @param atMs when, in milliseconds from the start of the phase
     * @param usedMs how long its processes have run
     * @param waitedMs how long they could have run, and did not
     */
    public record Point(double atMs, double usedMs, double waitedMs) {}

    /**
     * {@return how long the phase could have gone on between two moments, and had no processor}
     *
     * @param fromMs the first moment, in milliseconds from the start of the phase
     * @param toMs the second
     */
    public double waitedMs(double fromMs, double toMs) {
        return after(toMs).waitedMs() - before(fromMs).waitedMs();
    }

    /**
     * {@return how long the phase has computed between two moments}
     *
     * @param fromMs the first moment, in milliseconds from the start of the phase
     * @param toMs the second
     */
    public double usedMs(double fromMs, double toMs) {
        return after(toMs).usedMs() - before(fromMs).usedMs();
    }

    private Point before(double moment) {
        return points.stream()
                .filter(point -> point.atMs() <= moment)
                .reduce((first, second) -> second)
                .orElse(NOTHING);
    }

    private Point after(double moment) {
        return points.stream()
                .filter(point -> point.atMs() >= moment)
                .findFirst()
                .orElse(points.isEmpty() ? NOTHING : points.get(points.size() - 1));
    }
}
