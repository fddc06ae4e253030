package dev.rehearsal.mariadb.watch;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.mariadb.sql.DataDefinition;
import dev.rehearsal.observe.LockRow;
import dev.rehearsal.observe.LockTarget;
import dev.rehearsal.observe.LogView;
import dev.rehearsal.observe.RanStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The locks that each definition takes at the least at its end, also where nobody has seen it: they last as long as their
 * statement at most. No log of the server tells of them.
 *
 * @param schema that of a session, in which a name without a schema is
 * @param numbers of the relations
 */
record MariaDbLog(String schema, Numbers numbers) implements LogView {
    @Override
    public void keep() {
        // the statements themselves are asked
    }

    @Override
    public boolean mayHide(RanStatement ran) {
        return !ran.failed() && !DataDefinition.of(ran.source().sql()).locked().isEmpty();
    }

    @Override
    public HeldLock.Seen seen() {
        return HeldLock.Seen.BY_STATEMENT;
    }

    @Override
    public Map<RanStatement, List<LockRow.Key>> of(List<RanStatement> statements) {
        Map<RanStatement, List<LockRow.Key>> found = new HashMap<>();
        for (RanStatement ran : statements) {
            found.put(
                    ran,
                    DataDefinition.of(ran.source().sql()).locked().stream()
                            .map(table -> numbers.of(table.schema() == null ? schema : table.schema(), table.name()))
                            .map(number -> new LockTarget(LockTarget.Kind.RELATION, "table", number))
                            .map(target -> new LockRow.Key(ran.session(), target, MetadataLockMode.EXCLUSIVE.mode()))
                            .toList());
        }
        return found;
    }
}
