package dev.rehearsal.postgres.effect;

import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunSession.Transaction;
import dev.rehearsal.observe.EffectView;
import dev.rehearsal.observe.RanStatement;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.StatementEffects;
import dev.rehearsal.result.TableUse;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the catalogue before and after each statement, in the session that runs it, and tells what the statement did.
 * Used by one thread at a time.
 */
public final class EffectProbe implements EffectView {
    private static final String SIZE = "SELECT pg_catalog.pg_relation_size(%d::int8::oid)";

    private final Set<String> ignored;
    private final int version;
    private @Nullable CatalogState state;
    private @Nullable TableUses uses;

    /**
     * Makes a probe that has not looked yet.
     *
     * @param ignored tables that are not the user's
     * @param version the server's major version
     */
    public EffectProbe(Set<QualifiedName> ignored, int version) {
        this.version = version;
        this.ignored = ignored.stream().map(SqlNames::display).collect(Collectors.toSet());
    }

    @Override
    public void before(RunSession session) throws SQLException {
        Transaction transaction = session.transaction();
        if (state == null && transaction != Transaction.FAILED) {
            state = EffectCatalog.read(session);
            uses = TableUses.read(session, transaction == Transaction.OPEN, version);
        }
    }

    @Override
    public @Nullable StatementEffects after(RunSession session, RanStatement ran) throws SQLException {
        CatalogState was = state;
        TableUses before = uses;
        Transaction transaction = session.transaction();
        forget();
        if (was == null || transaction == Transaction.FAILED) {
            return null;
        }
        CatalogState now = EffectCatalog.read(session);
        TableUses used = TableUses.read(session, transaction == Transaction.OPEN, version);
        List<TableUse> since = used == null || before == null ? null : used.since(before, now);
        List<Effect> effects = effects(was, now, emptied(session, was, now));
        state = now;
        uses = used;
        return new StatementEffects(effects, since, keys(effects, since, was, now));
    }

    /** The key that a table had before: a statement may drop it with its table. */
    private static Map<String, List<String>> keys(
            List<Effect> effects, @Nullable List<TableUse> uses, CatalogState was, CatalogState now) {
        Stream<String> used = uses == null ? Stream.empty() : uses.stream().map(TableUse::table);
        Map<String, List<String>> keys = new HashMap<>();
        Stream.concat(effects.stream().map(Effect::relation), used).distinct().forEach(table -> {
            List<String> key = was.key(table).isEmpty() ? now.key(table) : was.key(table);
            if (!key.isEmpty()) {
                keys.put(table, key);
            }
        });
        return keys;
    }

    @Override
    public void forget() {
        state = null;
        uses = null;
    }

    private List<Effect> effects(CatalogState was, CatalogState now, Set<Long> emptied) {
        return Stream.of(
                        new TableDiff(was, now, emptied).effects(),
                        new IndexDiff(was, now).effects(),
                        new ConstraintDiff(was, now).effects(),
                        new CodeDiff(was, now).effects())
                .flatMap(List::stream)
                .filter(effect -> !ignored.contains(effect.relation()))
                .sorted(EffectProbe::inOrder)
                .toList();
    }

    private static int inOrder(Effect a, Effect b) {
        int kinds = a.kind().compareTo(b.kind());
        return kinds != 0 ? kinds : a.object().compareTo(b.object());
    }

    private static Set<Long> emptied(RunSession session, CatalogState was, CatalogState now) throws SQLException {
        List<Long> changed = new ArrayList<>();
        for (Map.Entry<Long, CatalogState.Relation> each : now.relations().entrySet()) {
            CatalogState.Relation before = was.relations().get(each.getKey());
            if (before != null && before.file() != each.getValue().file()) {
                changed.add(each.getKey());
            }
        }
        Set<Long> empty = new HashSet<>();
        for (Long oid : changed) {
            if (size(session, oid) == 0) {
                empty.add(oid);
            }
        }
        return empty;
    }

    private static long size(RunSession session, long oid) throws SQLException {
        return session.ask(SIZE.formatted(oid), row -> row.number(1)).stream()
                .findFirst()
                .orElse(0L);
    }
}
