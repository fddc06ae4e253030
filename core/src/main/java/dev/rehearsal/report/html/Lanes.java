package dev.rehearsal.report.html;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.Operation;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.report.format.Blocks;
import dev.rehearsal.report.format.DurationText;
import dev.rehearsal.report.format.Lists;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.StatementFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of one phase's timeline. */
final class Lanes {
    private static final int LOCKS = 10;
    private static final int STALLS = 8;
    private static final int STATEMENTS = 400;
    private static final int NAME = 30;
    private static final Comparator<HeldLock> WORST_FIRST = Comparator.comparing(Blocks::of)
            .thenComparing(Comparator.comparingDouble(HeldLock::heldMs).reversed());

    private final PhaseFacts facts;
    private final TimeScale scale;

    Lanes(PhaseFacts facts, TimeScale scale) {
        this.facts = facts;
        this.scale = scale;
    }

    Lane statements() {
        List<Bar> bars = facts.statements().stream()
                .sorted(Comparator.comparingDouble(StatementFacts::durationMs).reversed())
                .limit(STATEMENTS)
                .sorted(Comparator.comparingDouble(StatementFacts::startMs))
                .map(this::bar)
                .toList();
        double ms = facts.statements().stream()
                .mapToDouble(StatementFacts::durationMs)
                .sum();
        return new Lane(Sizes.count(facts.statements().size(), "statement"), "", DurationText.format(ms), bars);
    }

    private Bar bar(StatementFacts s) {
        String title = (s.line() > 0 ? "line " + s.line() + ", " : "") + DurationText.format(s.durationMs()) + ": "
                + Plain.shorten(Plain.line(s.sql()), 200);
        return bar(s.startMs(), s.startMs() + s.durationMs(), s.failed() ? "statement failed" : "statement", title);
    }

    /** One row for each table and mode; whoever waits for what the migration itself made does not exist yet. */
    List<Lane> locks() {
        return locksByRow().values().stream().limit(LOCKS).map(this::lane).toList();
    }

    private Map<String, List<HeldLock>> locksByRow() {
        return Lists.orEmpty(facts.locks()).stream()
                .filter(lock -> !lock.createdHere())
                .sorted(WORST_FIRST)
                .collect(Collectors.groupingBy(
                        l -> l.relation() + "\n" + l.mode().words() + "\n" + Blocks.of(l),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private Lane lane(List<HeldLock> locks) {
        HeldLock worst = locks.get(0);
        List<Bar> bars = new ArrayList<>();
        locks.forEach(l -> add(l, bars));
        return new Lane(
                Plain.shorten(Plain.line(worst.relation()), NAME), worst.mode().words(), held(worst), bars);
    }

    private static String held(HeldLock lock) {
        String held = DurationText.format(lock.heldMs());
        return lock.boundMs() < lock.heldMs() ? held + " ± " + DurationText.format(lock.boundMs()) : "at most " + held;
    }

    /** The wait before it, what was surely held, and what may have been. */
    private void add(HeldLock lock, List<Bar> bars) {
        double end = lock.acquiredMs() + lock.heldMs();
        double sure = end - Math.min(lock.boundMs(), lock.heldMs());
        String title = lock.mode().words() + " on " + Plain.line(lock.relation()) + ", held for "
                + DurationText.format(lock.heldMs()) + ", blocks "
                + Blocks.of(lock).text();
        String css = css(Blocks.of(lock));
        if (lock.waitedMs() > 0) {
            String waited = "waited for " + DurationText.format(lock.waitedMs());
            bars.add(bar(lock.acquiredMs() - lock.waitedMs(), lock.acquiredMs(), "waiting", waited));
        }
        bars.add(bar(lock.acquiredMs(), end, css + " unsure", title));
        bars.add(bar(lock.acquiredMs(), sure, css, title));
    }

    /** The worst waits, each from the start of the statement during which it began. */
    List<Lane> stalls() {
        return drawable().stream().limit(STALLS).map(this::lane).toList();
    }

    private List<Stall> drawable() {
        return Lists.orEmpty(facts.stalls()).stream()
                .filter(s -> s.blocked() > 0 && s.line() != null)
                .sorted(Comparator.comparingDouble(Stall::worstMs).reversed())
                .toList();
    }

    private Lane lane(Stall stall) {
        double start = facts.statements().stream()
                .filter(s -> stall.line() != null && s.line() == stall.line())
                .mapToDouble(StatementFacts::startMs)
                .findFirst()
                .orElse(0);
        String css = stall.operation() == Operation.SELECT ? "stall reads" : "stall writes";
        String title = stall.operation() + " on " + Plain.line(stall.relation()) + " waited for "
                + DurationText.format(stall.worstMs());
        return new Lane(
                Plain.shorten(Plain.line(stall.relation()), NAME),
                stall.operation() + " waits",
                DurationText.format(stall.worstMs()),
                List.of(bar(start, start + stall.worstMs(), css, title)));
    }

    /** {@return how many rows there was no room for} */
    int hidden() {
        return Math.max(0, locksByRow().size() - LOCKS) + Math.max(0, drawable().size() - STALLS);
    }

    private Bar bar(double from, double to, String css, String title) {
        return new Bar(scale.at(from), scale.length(from, to), css, title);
    }

    static String css(Blocks blocks) {
        return switch (blocks) {
            case READS_AND_WRITES -> "reads";
            case WRITES -> "writes";
            case NOTHING -> "nothing";
        };
    }
}
