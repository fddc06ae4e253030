package dev.rehearsal.flyway;

import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunSessions;
import dev.rehearsal.migration.RunStatement;
import java.lang.StackWalker.StackFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/**
 * Tells a listener of the statements that Flyway runs, the nth that it runs of a script being the nth of the script, and
 * which of all others are Flyway's own: not those of the project's classes.
 */
final class StatementProbe {
    private static final Pattern RUNNER = Pattern.compile("org\\.flywaydb\\..*|dev\\.rehearsal\\.flyway\\.[^.]*");
    private static final List<String> BETWEEN =
            List.of("java.", "jdk.", "dev.rehearsal.observe.", StatementProbe.class.getName());

    private final Map<String, ScannedFile> files = new LinkedHashMap<>();
    private RunEvents events = RunEvents.NONE;
    private int index;
    private @Nullable RunStatement running;

    /** Prepares for one run. */
    void listen(RunEvents to, List<ScannedFile> scripts) {
        events = to;
        to.untold(StatementProbe::isRunner);
        running = null;
        files.clear();
        scripts.forEach(file -> files.putIfAbsent(file.historyName(), file));
    }

    /** {@return the callbacks by which Flyway tells of its statements: around all callbacks of the project} */
    List<Callback> callbacks() {
        return List.of(new First(), new Last());
    }

    /** {@return whether it is Flyway that calls, or what keeps its history right beside it} */
    private static boolean isRunner() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackFrame::getClassName)
                        .filter(name -> BETWEEN.stream().noneMatch(name::startsWith))
                        .findFirst()
                        .map(name -> RUNNER.matcher(name).matches())
                        .orElse(false));
    }

    private void begin(Context context) {
        ScannedFile file = file(context);
        String sql = context.getStatement().getSql();
        running = file == null
                ? new RunStatement("", 0, sql)
                : file.parsed().statement(file.script().name(), index, sql);
        index++;
        events.beforeStatement(running, RunSessions.of(context.getConnection()));
    }

    private void end(Context context, boolean failed) {
        if (running != null) {
            events.afterStatement(running, RunSessions.of(context.getConnection()), failed);
            running = null;
        }
    }

    private @Nullable ScannedFile file(Context context) {
        MigrationInfo info = context.getMigrationInfo();
        return info == null ? null : files.get(info.getScript());
    }

    /** Called before the project's callbacks of the same event. */
    private final class First extends Probe {
        First() {
            super(
                    "",
                    List.of(
                            Event.BEFORE_EACH_MIGRATE,
                            Event.AFTER_EACH_MIGRATE_STATEMENT,
                            Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR));
        }

        @Override
        public void handle(Event event, Context context) {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                index = 0;
            } else {
                end(context, event == Event.AFTER_EACH_MIGRATE_STATEMENT_ERROR);
            }
        }
    }

    /** Called after the project's callbacks of the same event. */
    private final class Last extends Probe {
        Last() {
            super(null, List.of(Event.BEFORE_EACH_MIGRATE_STATEMENT));
        }

        @Override
        public void handle(Event event, Context context) {
            begin(context);
        }
    }

    private abstract static class Probe implements Callback {
        private final @Nullable String name;
        private final List<Event> supported;

        /** Flyway calls its callbacks in the order of their names, those without one last. */
        Probe(@Nullable String name, List<Event> supported) {
            this.name = name;
            this.supported = supported;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return supported.contains(event);
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        @SuppressWarnings("NullAway") // Flyway's interface is not annotated: it sorts names with nulls last
        public @Nullable String getCallbackName() {
            return name;
        }
    }
}
