package dev.rehearsal.report.html;

import dev.rehearsal.report.html.TimeScale.Tick;
import dev.rehearsal.result.PhaseFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What happened in one phase, drawn to scale.
 *
 * @param ticks the marks of time
 * @param lanes its rows, from the top
 * @param hidden how many rows were left out
 */
public record TimelinePart(List<Tick> ticks, List<Lane> lanes, int hidden) {
    private static final int HEAD = 24;
    private static final int LANE = 40;

    static TimelinePart of(PhaseFacts facts) {
        TimeScale scale = new TimeScale(Math.max(0.001, span(facts)));
        Lanes lanes = new Lanes(facts, scale);
        List<Lane> all = new ArrayList<>();
        all.add(lanes.statements());
        all.addAll(lanes.locks());
        all.addAll(lanes.stalls());
        return new TimelinePart(scale.ticks(), all, lanes.hidden());
    }

    private static double span(PhaseFacts facts) {
        DoubleStream ends = Stream.of(
                        DoubleStream.of(facts.durationMs()),
                        facts.statements().stream().mapToDouble(s -> s.startMs() + s.durationMs()))
                .flatMapToDouble(s -> s);
        return ends.max().orElse(0);
    }

    /** {@return its height in pixels} */
    public int height() {
        return HEAD + lanes.size() * LANE;
    }

    /**
     * {@return the upper edge of a row in pixels}
     *
     * @param lane which, from 0
     */
    public int top(int lane) {
        return HEAD + lane * LANE;
    }
}
