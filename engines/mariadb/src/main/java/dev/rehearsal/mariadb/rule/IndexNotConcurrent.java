package dev.rehearsal.mariadb.rule;

import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.rule.Change;
import dev.rehearsal.rule.ShapeRule;

/** Most indexes are built while others write; of one that was not, it is known because others had to wait. */
final class IndexNotConcurrent extends ShapeRule {
    @Override
    public String id() {
        return "index-not-concurrent";
    }

    @Override
    public String reason() {
        return "Until the index is built, no one can write to the table.";
    }

    @Override
    public String remedy() {
        return "Build it with ALGORITHM=NOCOPY, LOCK=NONE, so that it fails instead of blocking others.";
    }

    @Override
    protected boolean applies(Change change) {
        return change.is(Kind.INDEX_CREATED)
                && !change.along(Kind.TABLE_CREATED)
                && change.locks()
                        .anyMatch(lock -> lock.heldMs() - lock.boundMs()
                                > change.statement().durationMs() / 2);
    }

    @Override
    protected String seen(Change change) {
        return "Index " + change.name() + " on " + change.table() + " was built while no one could write to the table.";
    }

    @Override
    protected String recipe(Change change) {
        String kind = change.after().replaceFirst(" \\(.*", "").replace("KEY", "INDEX");
        boolean words = kind.startsWith("FULLTEXT") || kind.startsWith("SPATIAL");
        String index = "ALTER TABLE " + change.table() + " ADD " + kind + " " + change.name() + " " + columns(change);
        return words
                ? "-- the server builds no such index while others write: copy the table beside the application\n"
                        + "-- pt-online-schema-change --alter \"ADD " + kind + " " + change.name() + " "
                        + columns(change)
                        + "\" …"
                : "SET SESSION lock_wait_timeout = 1;\n" + index + ", ALGORITHM=NOCOPY, LOCK=NONE;";
    }

    private static String columns(Change change) {
        int open = change.after().indexOf('(');
        return open < 0 ? "(" + change.columns() + ")" : change.after().substring(open);
    }
}
