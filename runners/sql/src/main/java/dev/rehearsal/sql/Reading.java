package dev.rehearsal.sql;

import dev.rehearsal.dialect.Scripts;
import dev.rehearsal.dialect.Scripts.Part;
import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.HistoryProblem.Kind;
import dev.rehearsal.migration.Script;
import dev.rehearsal.sql.Way.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reading of a folder by its layout: what was found, and what is wrong with it. */
final class Reading {
    private static final Pattern CLIENT = Pattern.compile("\\\\([A-Za-z!?.]+)");

    private final Traits traits;
    private final Scripts scripts;
    private final FileTexts texts;
    private final Map<String, Version> versions = new LinkedHashMap<>();
    private final List<HistoryProblem> problems = new ArrayList<>();

    Reading(Folder folder, Traits traits, Scripts scripts) {
        this.traits = traits;
        this.scripts = scripts;
        this.texts = new FileTexts(folder, problems::add);
    }

    static LayoutFiles of(Folder folder, Layout layout, Scripts scripts) {
        Reading reading = new Reading(folder, layout.traits(), scripts);
        layout.read(folder, reading);
        return new LayoutFiles(List.copyOf(reading.versions.values()), reading.problems);
    }

    /** {@return a file; empty if it is not there} */
    Optional<FileText> text(String name) {
        return texts.read(name);
    }

    /** Adds the next version. */
    void version(Version version) {
        Version other = versions.putIfAbsent(version.key(), version);
        if (other != null) {
            twice(version.up().script().name(), other.up().script().name(), "version", version.key());
        }
        version.ways().forEach(this::clients);
    }

    void twice(String one, String other, String what, String key) {
        problems.add(new HistoryProblem(
                Kind.DUPLICATE_VERSION,
                one + " and " + other + " are both the " + what + (what.equals("version") ? " " : " of version ") + key
                        + ".",
                "Give one of them another number.",
                one));
    }

    /** A file that the tool does not take for a migration. */
    void unrecognised(String name) {
        problems.add(new HistoryProblem(
                Kind.UNRECOGNISED_NAME,
                name + " is not named as " + traits.tool() + " reads files, so it is never run.",
                "Name it as " + traits.naming() + " are named, or move it to another folder.",
                name));
    }

    /** A folder of a version that has no way up. */
    void missing(String folder, String up, @Nullable String down) {
        problems.add(
                down == null
                        ? new HistoryProblem(
                                Kind.NOT_UNDERSTOOD,
                                "The folder " + folder + " holds no " + up + ", without which it is no migration to "
                                        + traits.tool() + ".",
                                "Write it, or remove the folder.",
                                folder)
                        : withoutUp(down, folder));
    }

    void alone(String down, String version) {
        problems.add(withoutUp(down, "version " + version));
    }

    private static HistoryProblem withoutUp(String down, String of) {
        return new HistoryProblem(
                Kind.UNDO_WITHOUT_MIGRATION,
                down + " takes back " + of + ", of which there is no up.",
                "Give it the number of its up, or delete it.",
                down);
    }

    /** Something that the tool does not understand, or otherwise than it looks; line 0 is the file as a whole. */
    void notUnderstood(String file, int line, String what, String remedy) {
        String where = line == 0 ? file : file + ", line " + line;
        problems.add(new HistoryProblem(Kind.NOT_UNDERSTOOD, where + ": " + what, remedy, file, line));
    }

    void problem(HistoryProblem problem) {
        problems.add(problem);
    }

    /** {@return a script that is sent statement by statement, as the engine cuts it} */
    Way statements(Script script, boolean transaction) {
        List<Message> messages = scripts.parts(script.text()).stream()
                .map(part -> new Message(part.offset(), part.sql()))
                .toList();
        return new Way(script, messages, transaction);
    }

    /** What begins with a backslash is for psql, and no server understands it. */
    private void clients(Way way) {
        for (Message message : way.messages()) {
            for (Part part : scripts.parts(message.text())) {
                Matcher command = CLIENT.matcher(part.sql());
                if (command.lookingAt()) {
                    notUnderstood(
                            way.script().name(),
                            way.script().lineAt(message.offset() + part.offset()),
                            command.group() + " is a command of psql, the client. " + traits.tool()
                                    + " sends it to the server, which does not understand it.",
                            "Write it in SQL, or take it out.");
                }
            }
        }
    }
}
