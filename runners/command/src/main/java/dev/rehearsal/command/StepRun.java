package dev.rehearsal.command;

import dev.rehearsal.command.ToolRun.Order;
import dev.rehearsal.dialect.Wire;
import dev.rehearsal.dialect.Wire.Gate;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.Script;
import dev.rehearsal.spi.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Goes one step up or down by a command, through the gate, and holds it to what the tool's own history says. */
final class StepRun {
    private final CommandSettings settings;
    private final StepHistory history;
    private final List<Version> versions;
    private final Wire wire;
    private final ToolStatements statements;
    private final boolean apart;

    StepRun(CommandSettings settings, StepHistory history, List<Version> versions, Engine engine, boolean apart) {
        this.settings = settings;
        this.history = history;
        this.versions = versions;
        this.wire = engine.wire().orElseThrow();
        this.statements = new ToolStatements(engine.lexer(), history.tables());
        this.apart = apart;
    }

    @Nullable
    RunFailure up(DataSource database, @Nullable Version target, RunEvents events) throws SQLException {
        int last = target == null ? versions.size() - 1 : versions.indexOf(target);
        List<String> applied = applied(database);
        for (Version version : versions.subList(0, last + 1)) {
            if (!applied.contains(version.key())) {
                RunFailure failure = step(database, version, true, events);
                if (failure != null) {
                    return failure;
                }
                applied = applied(database);
            }
        }
        return null;
    }

    @Nullable
    RunFailure down(DataSource database, Version version, RunEvents events) throws SQLException {
        return step(database, version, false, events);
    }

    private @Nullable RunFailure step(DataSource database, Version version, boolean up, RunEvents events)
            throws SQLException {
        Script script = script(version, up);
        Heard heard = new Heard(statements, new Places(script), events);
        List<String> command = up ? settings.lines().up() : settings.lines().down();
        try (StagedFolder staged = staged(command, version)) {
            Gate gate = wire.open(database, apart, heard);
            Order order;
            ToolRun ran;
            try (gate) { // what it has sent last is seen to its end
                String setting = up ? CommandSettings.UP : CommandSettings.DOWN;
                order = order(command, values(version, up, staged), gate, setting);
                ran = ToolRun.of(order);
            }
            StepJudge judge = new StepJudge(order, ran, heard, script);
            RunFailure failure = judge.failure();
            if (failure != null) {
                return failure;
            }
            note(database, version, up);
            return judge.done(new StepJudge.Standing(version, up, applied(database), versions, history), gate);
        }
    }

    private static Script script(Version version, boolean up) {
        Script down = version.wayBack().script();
        return up || down == null ? version.script() : down;
    }

    private @Nullable StagedFolder staged(List<String> command, Version version) {
        return Placeholders.uses(command, "dir")
                ? StagedFolder.of(settings, versions.subList(versions.indexOf(version) + 1, versions.size()))
                : null;
    }

    private Order order(List<String> command, Map<String, String> values, Gate gate, String setting) {
        List<String> line = new ArrayList<>();
        command.forEach(argument -> line.add(Placeholders.filled(argument, values, setting)));
        return new Order(line, settings.directory(), ToolEnvironment.of(settings, gate), settings.timeout(), setting);
    }

    private Map<String, String> values(Version version, boolean up, @Nullable StagedFolder staged) {
        int at = versions.indexOf(version);
        Script script = script(version, up);
        String file = script.path() == null ? "" : script.path().toString();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("version", version.key());
        values.put("file", file);
        values.put("name", script.path() == null ? "" : Names.of(script.path()));
        values.put("previous", at == 0 ? "" : versions.get(at - 1).key());
        values.put("dir", staged == null ? "" : staged.folder().toString());
        return values;
    }

    private void note(DataSource database, Version version, boolean up) throws SQLException {
        if (!history.ofTool()) {
            try (Connection connection = database.getConnection()) {
                history.note(connection, version, up);
            }
        }
    }

    List<String> applied(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return history.applied(connection, versions);
        }
    }
}
