package dev.rehearsal.liquibase;

import dev.rehearsal.liquibase.LiquibaseHistory.Entry;
import dev.rehearsal.liquibase.TextSearch.Found;
import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.Script;
import dev.rehearsal.spi.Modules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the statements of a run: each with the line on which it stands, or that of the change or change set from which
 * Liquibase has made it. For one run.
 */
final class Telling {
    private final RunEvents events;
    private @Nullable RunSession session;
    private @Nullable Entry entry;
    private boolean back;
    private int change = -1;
    private @Nullable TextSearch search;
    private @Nullable RunStatement running;
    private @Nullable Found found;
    private @Nullable RunStatement failed;

    Telling(RunEvents events) {
        this.events = events;
    }

    void on(@Nullable RunSession told) {
        session = told;
    }

    void begins(@Nullable Entry next, boolean rollback) {
        entry = next;
        back = rollback;
        change = -1;
        search = next == null
                ? null
                : new TextSearch(part(next), !next.source().name().endsWith(".sql"));
    }

    /** The next change of the change set. */
    void changes(int number) {
        change = number;
        if (entry != null
                && search != null
                && !back
                && number < entry.region().changes().size()) {
            search.at(entry.region().line(number));
        }
    }

    void before(String sql) {
        RunStatement statement = statement(sql);
        running = statement;
        events.beforeStatement(statement, session);
    }

    void after(boolean failing) {
        RunStatement statement = running;
        if (statement != null) {
            failed = failing ? statement : failed;
            events.afterStatement(statement, session, failing);
        }
    }

    private RunStatement statement(String sql) {
        Entry current = entry;
        if (current == null) {
            return new RunStatement("", 0, sql);
        }
        found = search == null ? null : search.find(sql);
        int otherwise = back ? part(current).line() : current.region().line(change);
        return new RunStatement(script(current).name(), found == null ? otherwise : found.line(), sql);
    }

    private Script script(Entry current) {
        Script written = current.migration().undo();
        return back && written != null ? written : current.migration().script();
    }

    /** A rollback that is not written is that of the change set, and stands there. */
    private Region.Part part(Entry current) {
        Region.Part written = current.region().back();
        return back && written != null ? written : current.region().up();
    }

    /** {@return what went wrong, for a reader} */
    RunFailure failure(Exception thrown) {
        RunStatement statement = failed;
        Optional<Fault> fault = Modules.fault(thrown, statement == null ? null : statement.sql());
        Fault told = fault.orElseGet(() -> Fault.unknown(ParseFailure.deepest(thrown), null, null));
        if (statement == null) {
            Entry current = entry;
            return current == null
                    ? new RunFailure(told, null, 0, null)
                    : new RunFailure(told, script(current).name(), part(current).line(), null);
        }
        int line =
                told.position() > 0 && found != null ? found.line(statement.sql(), told.position()) : statement.line();
        return new RunFailure(told, statement.script(), line, statement.sql());
    }
}
