package dev.rehearsal.liquibase;

import dev.rehearsal.liquibase.LiquibaseHistory.Entry;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.ScriptStatements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import liquibase.change.Change;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/** The statements that Liquibase makes of changes, as far as it can without a database. */
final class OfflineStatements {
    private final ParsedLog parsed;
    private final LiquibaseHistory history;
    private final Database offline;

    OfflineStatements(ParsedLog parsed, LiquibaseHistory history, String product) {
        this.parsed = parsed;
        this.history = history;
        this.offline = ParsedLog.offline(product);
    }

    Map<Script, ScriptStatements> all() {
        Map<Script, ScriptStatements> all = new LinkedHashMap<>();
        for (ChangeSet set : parsed.sets(offline)) {
            Entry entry = history.entries().get(ParsedLog.key(set));
            if (entry != null) {
                Script up = entry.migration().script();
                all.put(up, statements(up, set, set.getChanges(), entry));
                Script back = entry.migration().undo();
                if (back != null) {
                    all.put(back, statements(back, set, set.getRollback().getChanges(), entry));
                }
            }
        }
        return all;
    }

    private ScriptStatements statements(Script script, ChangeSet set, List<Change> changes, Entry entry) {
        List<RunStatement> statements = new ArrayList<>();
        boolean up = script.equals(entry.migration().script());
        TextSearch search = new TextSearch(
                new Region.Part(script.firstLine(), script.text()),
                !entry.source().name().endsWith(".sql"));
        for (int i = 0; i < changes.size(); i++) {
            int otherwise = up ? entry.region().line(i) : script.firstLine();
            if (up && !entry.region().changes().isEmpty()) {
                search.at(otherwise);
            }
            sql(changes.get(i)).forEach(sql -> {
                TextSearch.Found found = search.find(sql);
                statements.add(new RunStatement(script.name(), found == null ? otherwise : found.line(), sql));
            });
        }
        return new ScriptStatements(script, set.isRunInTransaction(), statements);
    }

    /** What asks the database, or is code of the project's own, is left to the rehearsal. */
    private List<String> sql(Change change) {
        if (change instanceof CustomChangeWrapper || change.generateStatementsVolatile(offline)) {
            return List.of();
        }
        try {
            Sql[] made = SqlGeneratorFactory.getInstance().generateSql(change, offline);
            return Stream.of(made).map(Sql::toSql).toList();
        } catch (RuntimeException e) {
            return List.of();
        }
    }
}
