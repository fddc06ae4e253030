package dev.rehearsal.sabotage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.Observatory;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.StatementEffects;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.scenario.Instruments;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an observer tells of a migration of ours, with one thing at a time left out. */
class ObserverSabotageIT {
    /** What can be left out. */
    enum Left {
        LOCKS("did not see a lock on public.named") {
            @Override
            PhaseFacts out(PhaseFacts f) {
                return new PhaseFacts(f.durationMs(), f.statements(), List.of(), f.stalls(), false, f.notMeasured());
            }
        },
        STALLS("canaries on public.named did not stall") {
            @Override
            PhaseFacts out(PhaseFacts f) {
                return new PhaseFacts(f.durationMs(), f.statements(), f.locks(), List.of(), false, f.notMeasured());
            }
        },
        STATEMENTS("the observer saw 0 of ") {
            @Override
            PhaseFacts out(PhaseFacts f) {
                return new PhaseFacts(f.durationMs(), List.of(), f.locks(), f.stalls(), false, f.notMeasured());
            }
        },
        USES("rows of public.named were written") {
            @Override
            PhaseFacts out(PhaseFacts f) {
                return each(f, s -> with(s, s.walBytes(), s.rewrites(), without(s.effects(), null)));
            }
        },
        LOG("what was written to the log") {
            @Override
            PhaseFacts out(PhaseFacts f) {
                return each(f, s -> with(s, 0L, s.rewrites(), s.effects()));
            }
        },
        REWRITES("a table was written anew") {
            @Override
            PhaseFacts out(PhaseFacts f) {
                return each(f, s -> with(s, s.walBytes(), List.of(), s.effects()));
            }
        };

        private final String words;

        Left(String words) {
            this.words = words;
        }

        abstract PhaseFacts out(PhaseFacts facts);
    }

    static Set<Effect.Kind> effects() {
        Set<Effect.Kind> kinds = new TreeSet<>();
        new BrokenDialect().specimen().trial().statements().forEach(statement -> kinds.addAll(statement.does()));
        return kinds;
    }

    @Test
    void whole_it_sees_all_of_the_trial() throws SQLException {
        assertThat(Instruments.unseenByObserver(new BrokenDialect())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Left.class)
    void what_is_left_out_is_noticed(Left left) throws SQLException {
        assertThat(Instruments.unseenByObserver(seeing(left::out)))
                .anySatisfy(sentence -> assertThat(sentence).contains(left.words));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void an_effect_that_is_left_out_is_noticed(Effect.Kind kind) throws SQLException {
        assertThat(Instruments.unseenByObserver(seeing(facts ->
                        each(facts, s -> with(s, s.walBytes(), s.rewrites(), without(s.effects(), kind))))))
                .anySatisfy(sentence -> assertThat(sentence).contains("effects of a statement: [" + kind));
    }

    private static @Nullable StatementEffects without(@Nullable StatementEffects effects, Effect.@Nullable Kind kind) {
        if (effects == null) {
            return null;
        }
        return kind == null
                ? new StatementEffects(effects.catalogue(), null, effects.keys())
                : new StatementEffects(
                        effects.catalogue().stream()
                                .filter(effect -> effect.kind() != kind)
                                .toList(),
                        effects.uses(),
                        effects.keys());
    }

    private static PhaseFacts each(PhaseFacts facts, UnaryOperator<StatementFacts> change) {
        return new PhaseFacts(
                facts.durationMs(),
                facts.statements().stream().map(change).toList(),
                facts.locks(),
                facts.stalls(),
                false,
                facts.notMeasured());
    }

    private static StatementFacts with(
            StatementFacts s, @Nullable Long wal, @Nullable List<String> rewrites, @Nullable StatementEffects effects) {
        return new StatementFacts(
                s.script(), s.line(), s.sql(), s.startMs(), s.durationMs(), wal, rewrites, s.failed(), effects);
    }

    private static BrokenDialect seeing(UnaryOperator<PhaseFacts> less) {
        return new BrokenDialect() {
            @Override
            public Observatory observatory() {
                return (database, options) -> {
                    Observation real = super.observatory().begin(database, options);
                    return new Less(real, less);
                };
            }
        };
    }

    private record Less(Observation real, UnaryOperator<PhaseFacts> less) implements Observation {
        @Override
        public DataSource migrating() {
            return real.migrating();
        }

        @Override
        public RunEvents events() {
            return real.events();
        }

        @Override
        public PhaseFacts finish() {
            return less.apply(real.finish());
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
