package dev.rehearsal.liquibase;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One name for each setting, which Liquibase's command line, its Maven plugin and Spring call by many. */
final class SettingNames {
    static final String CHANGE_LOG = "changeLogFile";
    static final String CONTEXTS = "contexts";
    static final String LABELS = "labelFilter";
    static final String SCHEMA = "defaultSchemaName";
    static final String OWN_SCHEMA = "liquibaseSchemaName";
    static final String TABLE = "databaseChangeLogTableName";
    static final String LOCK_TABLE = "databaseChangeLogLockTableName";
    static final String SEARCH_PATH = "searchPath";
    static final String FOLDER = "changeLogDirectory";
    static final String FILE = "propertyFile";
    static final String FILE_WINS = "propertyFileWillOverride";
    static final String ENABLED = "enabled";
    static final String URL = "url";
    static final String USER = "username";
    static final String PASSWORD = "password";
    /** Before the name of what is put into a changelog. */
    static final String PARAMETER = "parameters.";

    private static final Set<String> HONOURED = Set.of(
            CHANGE_LOG,
            CONTEXTS,
            LABELS,
            SCHEMA,
            OWN_SCHEMA,
            TABLE,
            LOCK_TABLE,
            SEARCH_PATH,
            FOLDER,
            FILE,
            FILE_WINS,
            ENABLED,
            URL,
            USER,
            PASSWORD);

    /** What does not matter to what a migration does. */
    private static final Set<String> REPLACED = Set.of(
            "driver",
            "driverClassName",
            "classpath",
            "skip",
            "verbose",
            "logging",
            "logLevel",
            "logFile",
            "logFormat",
            "showBanner",
            "showSummary",
            "showSummaryOutput",
            "outputFile",
            "outputFileEncoding",
            "promptOnNonLocalDatabase",
            "analyticsEnabled",
            "suppressLiquibaseSql",
            "diffTypes",
            "referenceUrl",
            "referenceUsername",
            "referencePassword",
            "referenceDriver",
            "dropFirst",
            "clearCheckSums",
            "testRollbackOnUpdate",
            "pluginVersion",
            "duplicateFileMode",
            "rollbackFile",
            "uiService",
            "licenseKey");

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("changelogFile", CHANGE_LOG),
            Map.entry("changeLog", CHANGE_LOG),
            Map.entry("context", CONTEXTS),
            Map.entry("contextFilter", CONTEXTS),
            Map.entry("contextsFilter", CONTEXTS),
            Map.entry("labels", LABELS),
            Map.entry("labelExpression", LABELS),
            Map.entry("defaultSchema", SCHEMA),
            Map.entry("liquibaseSchema", OWN_SCHEMA),
            Map.entry("changelogSchemaName", OWN_SCHEMA),
            Map.entry("databaseChangeLogTable", TABLE),
            Map.entry("databaseChangelogTableName", TABLE),
            Map.entry("databaseChangeLogLockTable", LOCK_TABLE),
            Map.entry("databaseChangelogLockTableName", LOCK_TABLE),
            Map.entry("defaultsFile", FILE),
            Map.entry("clearChecksums", "clearCheckSums"),
            Map.entry("user", USER));

    private static final Pattern HYPHEN = Pattern.compile("-(.)");
    private static final Pattern PREFIX = Pattern.compile("^liquibase\\.(command\\.)?");
    private static final Pattern PARAMETERS = Pattern.compile("^(parameters?|expressionVars|expressionVariables)\\.");

    private SettingNames() {}

    /** {@return the one name of a setting} */
    static String of(String given) {
        String bare = PREFIX.matcher(given).replaceFirst("");
        if (PARAMETERS.matcher(bare).find()) {
            return PARAMETERS.matcher(bare).replaceFirst(PARAMETER);
        }
        String camel = HYPHEN.matcher(bare).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
        return ALIASES.getOrDefault(camel, camel);
    }

    static boolean honoured(String name) {
        return HONOURED.contains(name) || name.startsWith(PARAMETER);
    }

    /** {@return what a reader should know of a setting that is not honoured; null if it does not matter} */
    static @Nullable String note(String name, String source) {
        return REPLACED.contains(name)
                ? null
                : "liquibase." + name + " (" + source + ") has no effect on a rehearsal: it is not known to it.";
    }
}
