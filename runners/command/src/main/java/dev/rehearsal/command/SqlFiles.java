package dev.rehearsal.command;

import dev.rehearsal.dialect.Scripts;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.ScriptStatements;
import dev.rehearsal.migration.WayBack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Those files of migrations that hold SQL, in which statements can be read before anything runs. */
final class SqlFiles {
    private static final Pattern CLIENT = Pattern.compile("(?m)^[ \\t]*(\\\\[A-Za-z!?]+).*$");

    private SqlFiles() {}

    /** {@return the statements of all scripts; none of code, which makes them when it runs} */
    static Map<Script, ScriptStatements> statements(List<Version> versions, Scripts scripts) {
        Map<Script, ScriptStatements> all = new LinkedHashMap<>();
        scripts(versions).forEach(script -> all.put(script, new ScriptStatements(script, false, cut(script, scripts))));
        return all;
    }

    private static List<RunStatement> cut(Script script, Scripts scripts) {
        if (!isSql(script)) {
            return List.of();
        }
        return scripts.parts(withoutCommands(script.text())).stream()
                .map(part -> new RunStatement(script.name(), script.lineAt(part.offset()), part.sql()))
                .toList();
    }

    static boolean isSql(Script script) {
        return script.path() != null && Names.of(script.path()).endsWith(".sql");
    }

    /** What is for psql is no statement; lines stay where they are. */
    private static String withoutCommands(String text) {
        return CLIENT.matcher(text).replaceAll(line -> " ".repeat(line.group().length()));
    }

    /** {@return where scripts speak to psql, the client, and not to the server: what comes of it is seen only when it runs} */
    static List<String> clientCommands(CommandSettings settings, List<Version> versions) {
        boolean psql = KnownTool.of(settings.lines().up())
                .filter(KnownTool.PSQL::equals)
                .isPresent();
        List<String> notes = new ArrayList<>();
        scripts(versions).filter(SqlFiles::isSql).forEach(script -> {
            Matcher commands = CLIENT.matcher(script.text());
            while (commands.find()) {
                notes.add(script.name() + ", line " + script.lineAt(commands.start()) + ": "
                        + Matcher.quoteReplacement(commands.group(1)).replace("\\\\", "\\")
                        + " is a command of psql, the client, and no SQL. "
                        + (psql
                                ? "psql runs it; the statements that come of it are seen on their way to the server, and"
                                        + " nothing is said of them before."
                                : "The tool of rehearsal.command.up is not psql: the server would not understand it."));
            }
        });
        return notes;
    }

    private static Stream<Script> scripts(List<Version> versions) {
        return versions.stream()
                .flatMap(version -> Stream.of(version.script(), version.wayBack()))
                .map(one -> one instanceof WayBack wayBack ? wayBack.script() : (Script) one)
                .filter(Objects::nonNull);
    }
}
