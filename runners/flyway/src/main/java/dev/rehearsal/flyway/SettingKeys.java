package dev.rehearsal.flyway;

import dev.rehearsal.text.NearestName;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of Flyway by what a rehearsal does with them. */
final class SettingKeys {
    private static final Set<String> HONOURED = Set.of(
            "baselineDescription",
            "baselineMigrationPrefix",
            "baselineOnMigrate",
            "baselineVersion",
            "callbackLocations",
            "callbacks",
            "createSchemas",
            "defaultSchema",
            "detectEncoding",
            "encoding",
            "executeInTransaction",
            "group",
            "initSql",
            "installedBy",
            "locations",
            "lockRetryCount",
            "mixed",
            "outOfOrder",
            "placeholderPrefix",
            "placeholderReplacement",
            "placeholderSeparator",
            "placeholderSuffix",
            "postgresql.transactional.lock",
            "repeatableSqlMigrationPrefix",
            "resolvers",
            "schemas",
            "skipDefaultCallbacks",
            "skipDefaultResolvers",
            "sqlMigrationPrefix",
            "sqlMigrationSeparator",
            "sqlMigrationSuffixes",
            "table",
            "tablespace",
            "undoSqlMigrationPrefix",
            "validateMigrationNaming");
    /** How to reach a database, and how Flyway talks of itself: a rehearsal brings its own. */
    private static final Set<String> OURS = Set.of(
            "batch",
            "color",
            "configFileEncoding",
            "configFiles",
            "configurations",
            "connectRetries",
            "connectRetriesInterval",
            "displayName",
            "driver",
            "email",
            "enabled",
            "environment",
            "loggers",
            "migrationResolvers",
            "outputLogsInJson",
            "outputProgress",
            "outputType",
            "password",
            "provisioner",
            "scriptPlaceholderPrefix",
            "scriptPlaceholderSuffix",
            "serverId",
            "skip",
            "stream",
            "token",
            "url",
            "user",
            "workingDirectory");
    /** What only a paid edition does, or what has no meaning for a database made for one rehearsal. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "checkDriftOnMigrate",
            "cherryPick",
            "cleanDisabled",
            "cleanOnValidationError",
            "communityDBSupportEnabled",
            "conjur",
            "dryRunOutput",
            "edition",
            "errorOverrides",
            "failOnMissingLocations",
            "failOnMissingTarget",
            "ignoreFutureMigrations",
            "ignoreIgnoredMigrations",
            "ignoreMigrationPatterns",
            "ignoreMissingMigrations",
            "ignorePendingMigrations",
            "jarDirs",
            "kerberosConfigFile",
            "licenseKey",
            "oracleKerberosCacheFile",
            "oracleKerberosConfigFile",
            "oracleSqlplus",
            "oracleSqlplusWarn",
            "oracleWalletLocation",
            "outputQueryResults",
            "powershellExecutable",
            "provisionMode",
            "publishResult",
            "reportEnabled",
            "reportFilename",
            "skipExecutingMigrations",
            "snapshot",
            "target",
            "validateOnMigrate");

    private static final Set<String> FAMILIES_WITHOUT_EFFECT = Set.of(
            "add",
            "akv",
            "awssecretsmanager",
            "check",
            "clean",
            "code",
            "dapr",
            "deploy",
            "diff",
            "gcsm",
            "generate",
            "model",
            "mongodb",
            "nativeConnectors",
            "oracle",
            "plugins",
            "prepare",
            "propertyResolvers",
            "redgateCompare",
            "resolvers",
            "secretsManager",
            "snapshot",
            "sqlserver",
            "state",
            "undo",
            "vault");

    /** What a rehearsal does with a setting. */
    enum Use {
        HONOURED,
        REPLACED,
        WITHOUT_EFFECT,
        UNKNOWN
    }

    private SettingKeys() {}

    static Use useOf(String key) {
        if (HONOURED.contains(key) || key.startsWith("placeholders.")) {
            return Use.HONOURED;
        }
        if (OURS.contains(key) || key.startsWith("jdbcProperties.")) {
            return Use.REPLACED;
        }
        int dot = key.indexOf('.');
        boolean family = dot > 0 && FAMILIES_WITHOUT_EFFECT.contains(key.substring(0, dot));
        return family || WITHOUT_EFFECT.contains(key) ? Use.WITHOUT_EFFECT : Use.UNKNOWN;
    }

    /** {@return the known key that is spelt most like this one} */
    static String nearest(String key) {
        Set<String> known =
                Stream.of(HONOURED, OURS, WITHOUT_EFFECT).flatMap(Set::stream).collect(Collectors.toSet());
        return NearestName.of(key, known).orElseThrow();
    }
}
