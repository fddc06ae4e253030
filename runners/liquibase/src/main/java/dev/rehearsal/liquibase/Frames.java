package dev.rehearsal.liquibase;

import java.util.List;
import java.util.Set;

/**
 * Whose a statement is, by what stands on the stack: all of Liquibase's statements come from the same executor, those of its
 * lock, its history and its preconditions too.
 */
final class Frames {
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final Set<String> OF_A_SET = Set.of("execute", "rollback");
    private static final List<String> OWN = List.of(
            "liquibase.precondition.",
            "liquibase.snapshot.",
            "liquibase.lockservice.",
            "liquibase.changelog.StandardChangeLogHistoryService");

    private Frames() {}

    /** {@return whether it is the migration's own} */
    static boolean migrating() {
        return STACK.walk(frames -> {
            boolean inSet = false;
            boolean executed = false;
            for (var frame : (Iterable<StackWalker.StackFrame>) frames::iterator) {
                String type = frame.getClassName();
                if (OWN.stream().anyMatch(type::startsWith)) {
                    return false;
                }
                String method = frame.getMethodName();
                inSet |= type.equals("liquibase.changelog.ChangeSet") && OF_A_SET.contains(method);
                executed |= type.startsWith("liquibase.database.AbstractJdbcDatabase") && method.startsWith("execute");
            }
            return inSet && executed;
        });
    }
}
