package dev.rehearsal.liquibase;

import java.util.List;
import java.util.function.Predicate;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;

/**
 * A changelog as Liquibase has read it, in a world of its own: what it keeps of a run stays there.
 *
 * @param session in which it was read and is run
 * @param log all of it
 * @param selection for which contexts and labels
 */
record ParsedLog(Session session, DatabaseChangeLog log, Selection selection) {
    /**
     * What is chosen of a changelog.
     *
     * @param contexts which
     * @param labels which
     */
    record Selection(Contexts contexts, LabelExpression labels) {
        static Selection of(LiquibaseSettings settings) {
            return new Selection(
                    new Contexts(settings.get(SettingNames.CONTEXTS, "")),
                    new LabelExpression(settings.get(SettingNames.LABELS, "")));
        }

        /** {@return what keeps change sets away, by the project's own choice} */
        List<ChangeSetFilter> filters(Database database) {
            return List.of(
                    new ContextChangeSetFilter(contexts),
                    new LabelChangeSetFilter(labels),
                    new DbmsChangeSetFilter(database),
                    new IgnoreChangeSetFilter());
        }
    }

    /** Reads it; to be called in the session. */
    static ParsedLog read(
            Session session, String path, LiquibaseSettings settings, ChangeLogFiles files, String product)
            throws LiquibaseException {
        Selection selection = Selection.of(settings);
        ChangeLogParameters parameters = new ChangeLogParameters(offline(product));
        parameters.setContexts(selection.contexts());
        parameters.setLabels(selection.labels());
        settings.parameters().forEach(parameters::set);
        DatabaseChangeLog log = ChangeLogParserFactory.getInstance()
                .getParser(path, files.accessor())
                .parse(path, parameters, files.accessor());
        return new ParsedLog(session, log, selection);
    }

    /** {@return a database to ask what an engine can do, without one} */
    static Database offline(String product) {
        return DatabaseFactory.getInstance().getDatabase(product);
    }

    /** {@return the change sets that are the project's, in their order} */
    List<ChangeSet> sets(Database database) {
        List<ChangeSetFilter> filters = selection.filters(database);
        Predicate<ChangeSet> chosen =
                set -> filters.stream().allMatch(filter -> filter.accepts(set).isAccepted());
        return log.getChangeSets().stream().filter(chosen).toList();
    }

    /** {@return what tells a change set from all others} */
    static String key(ChangeSet set) {
        return set.toString(false);
    }

    /** {@return whether code of the project's own is run, which may remember something} */
    static boolean custom(ChangeSet set) {
        return set.getChanges().stream().anyMatch(CustomChangeWrapper.class::isInstance);
    }
}
