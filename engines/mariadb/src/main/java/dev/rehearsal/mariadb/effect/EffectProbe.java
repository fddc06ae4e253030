package dev.rehearsal.mariadb.effect;

import dev.rehearsal.mariadb.sql.DataDefinition;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.observe.EffectView;
import dev.rehearsal.observe.Observer;
import dev.rehearsal.observe.RanStatement;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.StatementEffects;
import dev.rehearsal.result.TableUse;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the catalogue before and after each statement that can change it, and tells what it did. Definitions commit by
 * themselves, so that another session sees them: the one that migrates is not asked, and keeps what it would tell a script
 * of its last statement. Used by one thread at a time.
 */
public final class EffectProbe implements EffectView {
    private final Observer observer;
    private final Set<QualifiedName> ignored;
    private @Nullable CatalogState state;
    private @Nullable TableUses uses;

    /**
     * Makes a probe that has not looked yet.
     *
     * @param observer who is asked
     * @param ignored tables that are not the user's
     */
    public EffectProbe(Observer observer, Set<QualifiedName> ignored) {
        this.observer = observer;
        this.ignored = Set.copyOf(ignored);
    }

    @Override
    public void before(RunSession session) throws SQLException {
        if (state == null) {
            state = asked(connection -> CatalogState.read(connection, ignored));
        }
        uses = asked(TableUses::read);
    }

    @Override
    public @Nullable StatementEffects after(RunSession session, RanStatement ran) throws SQLException {
        CatalogState was = state;
        TableUses before = uses;
        if (was == null || before == null) {
            return null;
        }
        boolean defines = DataDefinition.of(ran.source().sql()).possible();
        CatalogState now = defines ? asked(connection -> CatalogState.read(connection, ignored)) : was;
        List<TableUse> used = mine(asked(TableUses::read).since(before));
        state = now;
        List<Effect> effects = defines ? effects(was, now) : List.of();
        return new StatementEffects(effects, used, keys(effects, used, was, now));
    }

    /** What writes nothing to InnoDB's log may have made a program. */
    @Override
    public boolean changedNothing(RanStatement ran) {
        return false;
    }

    /** What is defined stays, whatever becomes of the transaction. */
    @Override
    public void forget() {
        // it is as it was seen
    }

    private List<TableUse> mine(List<TableUse> all) {
        Set<String> others = ignored.stream().map(QualifiedName::toString).collect(Collectors.toSet());
        return all.stream().filter(use -> !others.contains(use.table())).toList();
    }

    private static List<Effect> effects(CatalogState was, CatalogState now) {
        return Stream.concat(new TableDiff(was, now).effects().stream(), new PartDiff(was, now).effects().stream())
                .sorted(Comparator.comparing(Effect::kind).thenComparing(Effect::object))
                .toList();
    }

    /** The key that a table had before: a statement may drop it with its table. */
    private static Map<String, List<String>> keys(
            List<Effect> effects, List<TableUse> uses, CatalogState was, CatalogState now) {
        Map<String, List<String>> keys = new HashMap<>();
        Stream.concat(effects.stream().map(Effect::relation), uses.stream().map(TableUse::table))
                .distinct()
                .forEach(table -> {
                    List<String> key = was.key(table).isEmpty() ? now.key(table) : was.key(table);
                    if (!key.isEmpty()) {
                        keys.put(table, key);
                    }
                });
        return keys;
    }

    /** A refusal is for the statement's effects to be missing, and not for the looks at locks to end. */
    private <T> T asked(Observer.Question<T> question) throws SQLException {
        SQLException[] refused = new SQLException[1];
        @Nullable
        T answer = observer.ask(connection -> {
            try {
                return question.of(connection);
            } catch (SQLException e) {
                refused[0] = e;
                return null;
            }
        });
        if (refused[0] != null) {
            throw refused[0];
        }
        if (answer == null) {
            throw new SQLException(observer.failure());
        }
        return answer;
    }
}
