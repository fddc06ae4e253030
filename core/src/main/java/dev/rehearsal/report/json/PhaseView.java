package dev.rehearsal.report.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.LockMode;
import dev.rehearsal.lock.Operation;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.migration.Fault.Concerned;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.report.json.MigrationView.DifferenceView;
import dev.rehearsal.report.json.MigrationView.LossView;
import dev.rehearsal.result.LeftBehind;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.ProcessorTimes;
import dev.rehearsal.result.Repeats;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.TableUse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One phase as it stands in the file. */
record PhaseView(
        String phase,
        BigDecimal durationMs,
        @Nullable FailureView failure,
        @Nullable LeftView leftBehind,
        boolean timedOut,
        List<StatementView> statements,
        @Nullable List<LockView> locks,
        @Nullable List<StallView> stalls,
        @Nullable CostView cost,
        List<String> notMeasured,
        @Nullable RepeatsView repeats,
        @Nullable ProcessorView processor) {
    static PhaseView of(PhaseResult result) {
        PhaseFacts facts = result.facts();
        return new PhaseView(
                result.phase().id(),
                Numbers.ms(facts.durationMs()),
                FailureView.of(result.failure()),
                LeftView.of(result.left()),
                facts.timedOut(),
                facts.statements().stream().map(StatementView::of).toList(),
                LockView.of(facts.locks()),
                StallView.of(facts.stalls()),
                CostView.of(facts.cost()),
                facts.notMeasured(),
                RepeatsView.of(result.repeats()),
                ProcessorView.of(facts));
    }

    record ProcessorView(BigDecimal usedMs, BigDecimal waitedMs) {
        static @Nullable ProcessorView of(PhaseFacts facts) {
            ProcessorTimes times = facts.processors();
            return times == null
                    ? null
                    : new ProcessorView(
                            Numbers.ms(times.usedMs(0, facts.durationMs())),
                            Numbers.ms(times.waitedMs(0, facts.durationMs())));
        }
    }

    record RepeatsView(BigDecimal stretch, List<AgainView> measurements) {
        static @Nullable RepeatsView of(@Nullable Repeats repeats) {
            return repeats == null
                    ? null
                    : new RepeatsView(
                            Numbers.ms(repeats.stretch()),
                            repeats.facts().stream().map(AgainView::of).toList());
        }
    }

    record AgainView(
            BigDecimal durationMs,
            @Nullable List<LockView> locks,
            @Nullable List<StallView> stalls) {
        static AgainView of(PhaseFacts facts) {
            return new AgainView(
                    Numbers.ms(facts.durationMs()), LockView.of(facts.locks()), StallView.of(facts.stalls()));
        }
    }

    record LeftView(List<DifferenceView> schema, @Nullable List<LossView> data, List<String> invalidIndexes) {
        static @Nullable LeftView of(@Nullable LeftBehind left) {
            return left == null
                    ? null
                    : new LeftView(
                            left.schema().stream().map(DifferenceView::of).toList(),
                            left.data() == null
                                    ? null
                                    : left.data().stream().map(LossView::of).toList(),
                            left.invalidIndexes().stream()
                                    .map(one -> one.index().toString())
                                    .toList());
        }
    }

    record FailureView(
            String message,
            @Nullable String sqlState,
            @Nullable String detail,
            @Nullable String script,
            @Nullable Integer line,
            @Nullable String sql,
            String kind,
            @Nullable String relation,
            @Nullable String column,
            @Nullable String constraint) {
        static @Nullable FailureView of(@Nullable RunFailure f) {
            return f == null ? null : ofFailure(f);
        }

        static FailureView ofFailure(RunFailure f) {
            return of(f, f.fault().concerned());
        }

        private static FailureView of(RunFailure f, Concerned concerned) {
            return new FailureView(
                    f.message(),
                    f.sqlState(),
                    f.detail(),
                    f.script(),
                    Numbers.line(f.line()),
                    f.sql(),
                    f.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    concerned.relation() == null ? null : concerned.relation().toString(),
                    concerned.column(),
                    concerned.constraint());
        }
    }

    record StatementView(
            String script,
            @Nullable Integer line,
            String sql,
            BigDecimal startMs,
            BigDecimal durationMs,
            @Nullable Long walBytes,
            @Nullable List<String> rewrites,
            @Nullable List<EffectView> effects,
            @Nullable List<TableUse> uses,
            @Nullable String algorithm,
            boolean failed) {
        static StatementView of(StatementFacts s) {
            return new StatementView(
                    s.script(),
                    Numbers.line(s.line()),
                    s.sql(),
                    Numbers.ms(s.startMs()),
                    Numbers.ms(s.durationMs()),
                    s.walBytes(),
                    s.rewrites(),
                    EffectView.of(s.effects()),
                    s.effects() == null ? null : s.effects().uses(),
                    s.algorithm(),
                    s.failed());
        }
    }

    record LockView(
            String relation,
            @Nullable String via,
            @JsonUnwrapped ModeView locked,
            List<String> blocks,
            BigDecimal acquiredMs,
            BigDecimal heldMs,
            BigDecimal waitedMs,
            BigDecimal boundMs,
            @Nullable Integer line,
            boolean createdHere,
            String seen) {
        static @Nullable List<LockView> of(@Nullable List<HeldLock> locks) {
            return locks == null ? null : locks.stream().map(LockView::of).toList();
        }

        private static LockView of(HeldLock lock) {
            return new LockView(
                    lock.relation(),
                    lock.via(),
                    ModeView.of(lock.mode()),
                    lock.blocks(),
                    Numbers.ms(lock.acquiredMs()),
                    Numbers.ms(lock.heldMs()),
                    Numbers.ms(lock.waitedMs()),
                    Numbers.ms(lock.boundMs()),
                    Numbers.line(lock.line()),
                    lock.createdHere(),
                    seen(lock.seen()));
        }

        private static String seen(HeldLock.Seen seen) {
            return switch (seen) {
                case AT_BOUNDARY -> "at-boundary";
                case BY_POLLING -> "by-polling";
                case IN_LOG -> "in-wal"; // as it was written when PostgreSQL was the only engine
                case BY_CANARY -> "by-canary";
                case BY_STATEMENT -> "by-statement";
            };
        }
    }

    record ModeView(String mode, String modeWords, int rank, boolean blocksReads, boolean blocksWrites) {
        static ModeView of(LockMode mode) {
            return new ModeView(mode.name(), mode.words(), mode.rank(), mode.blocksReads(), mode.blocksWrites());
        }
    }

    record StallView(
            String relation,
            Operation operation,
            BigDecimal worstMs,
            BigDecimal totalMs,
            int blocked,
            int attempts,
            int timedOut,
            @Nullable Integer line) {
        static @Nullable List<StallView> of(@Nullable List<Stall> stalls) {
            return stalls == null
                    ? null
                    : stalls.stream()
                            .map(s -> new StallView(
                                    s.relation(),
                                    s.operation(),
                                    Numbers.ms(s.worstMs()),
                                    Numbers.ms(s.totalMs()),
                                    s.blocked(),
                                    s.attempts(),
                                    s.timedOut(),
                                    Numbers.line(s.line())))
                            .toList();
        }
    }
}
