package dev.rehearsal.liquibase;

import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.WayBack;
import java.util.List;
import liquibase.change.Change;
import liquibase.change.core.EmptyChange;
import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;

/** How Liquibase would roll a change set back, told without running it. */
final class WaysBack {
    private WaysBack() {}

    /**
     * {@return the way back of a change set}
     *
     * @param set which
     * @param written its rollback as it stands in the file
     * @param offline the product that it is for
     */
    static WayBack of(ChangeSet set, Script written, Database offline) {
        List<Change> own = set.getRollback().getChanges();
        if (!own.isEmpty()) {
            return own.stream().allMatch(EmptyChange.class::isInstance)
                    ? new WayBack.DeclaredEmpty()
                    : new WayBack.Written(written);
        }
        return !rawSql(set) && set.supportsRollback(offline) ? new WayBack.Derived() : new WayBack.None();
    }

    /** Of SQL nothing can be derived; a change set of nothing can be taken back. */
    private static boolean rawSql(ChangeSet set) {
        return set.getChanges().stream().anyMatch(RawSQLChange.class::isInstance);
    }
}
