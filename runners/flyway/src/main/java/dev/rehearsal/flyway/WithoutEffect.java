package dev.rehearsal.flyway;

import java.util.Map;

/** Why a setting of Flyway has no effect on a rehearsal, in a sentence each. */
final class WithoutEffect {
    private static final String CLEAN = "nothing is cleaned: each database is made for the rehearsal";
    private static final String VALIDATE =
            "there is no older history to validate: each database is made for the rehearsal";
    private static final String PAID = "undo scripts need no paid edition here, and nothing else of one is used";
    private static final String TARGET =
            "all versions are rehearsed; where the rehearsal ends is said by rehearsal.to alone";
    private static final String OTHERWISE =
            "a rehearsal, which makes databases of its own and migrates them with Flyway's Community edition, does not"
                    + " use it";

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("cherryPick", "all versions are rehearsed, one after the other"),
            Map.entry("cleanDisabled", CLEAN),
            Map.entry("cleanOnValidationError", CLEAN),
            Map.entry("edition", PAID),
            Map.entry("failOnMissingLocations", "a location that does not exist is an error anyway"),
            Map.entry("failOnMissingTarget", TARGET),
            Map.entry("ignoreFutureMigrations", VALIDATE),
            Map.entry("ignoreIgnoredMigrations", VALIDATE),
            Map.entry("ignoreMigrationPatterns", VALIDATE),
            Map.entry("ignoreMissingMigrations", VALIDATE),
            Map.entry("ignorePendingMigrations", VALIDATE),
            Map.entry("licenseKey", PAID),
            Map.entry("skipExecutingMigrations", "what is not run cannot be rehearsed: all scripts are run"),
            Map.entry("target", TARGET),
            Map.entry("validateOnMigrate", VALIDATE));

    private WithoutEffect() {}

    /** {@return one line that names a setting, where it stands, and why it has no effect} */
    static String note(String key, String source) {
        return "flyway." + key + " (" + source + ") has no effect on a rehearsal: "
                + REASONS.getOrDefault(key, OTHERWISE) + ".";
    }
}
