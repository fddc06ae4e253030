package dev.rehearsal.observe;

import dev.rehearsal.migration.RunSession;
import dev.rehearsal.result.PhaseCost;
import dev.rehearsal.result.StatementEffects;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an engine gives that cannot tell: nothing is known, which is not the same as nothing. */
final class NotTold implements RewriteView, EffectView, CostView, LogView {
    @Override
    public void begin() {
        // there is nothing to begin with
    }

    @Override
    public void list(RanStatement ran) {
        // it could not be attributed
    }

    @Override
    public void remember(RanStatement ran) {
        // it could not be attributed
    }

    @Override
    public void attribute() {
        // there is nothing to attribute
    }

    @Override
    public @Nullable List<String> of(RanStatement ran) {
        return null;
    }

    @Override
    public void before(RunSession session) {
        // what is not asked after is not asked before
    }

    @Override
    public @Nullable StatementEffects after(RunSession session, RanStatement ran) {
        return null;
    }

    @Override
    public void forget() {
        // nothing was seen
    }

    @Override
    public @Nullable PhaseCost since(List<RanStatement> statements, Set<Long> sessions) {
        return null;
    }

    @Override
    public void keep() {
        // there is no log that could be read
    }

    @Override
    public Map<RanStatement, List<LockRow.Key>> of(List<RanStatement> statements) throws SQLException {
        throw new SQLException("no log of this server tells of locks");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
