package dev.rehearsal.command;

import dev.rehearsal.dialect.Wire.Gate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds in its environment: the rehearsal's database, what the settings add, and of the build's own only
 * what programs need to run. The rest could lead a tool to another database.
 */
final class ToolEnvironment {
    private static final Pattern KEPT =
            Pattern.compile("(?i)PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_.*|TZ|TMPDIR|TEMP"
                    + "|TMP|TERM|JAVA_HOME|NODE_PATH|NODE_OPTIONS|NODE_ENV|NPM_CONFIG_.*|NVM_.*|VIRTUAL_ENV|PYTHON.*|PYENV.*"
                    + "|PERL5LIB|GEM_.*|BUNDLE_.*|RUBYLIB|RUBYOPT|GOPATH|LD_LIBRARY_PATH|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC"
                    + "|PATHEXT|APPDATA|LOCALAPPDATA|PROGRAMFILES.*|USERPROFILE");

    private ToolEnvironment() {}

    /**
     * {@return the environment of a command}
     *
     * @param gate leads to the rehearsal's database; null where the command needs none
     */
    static Map<String, String> of(CommandSettings settings, @Nullable Gate gate) {
        Map<String, String> environment = new LinkedHashMap<>();
        System.getenv().forEach((name, value) -> {
            if (KEPT.matcher(name).matches()) {
                environment.put(name, value);
            }
        });
        if (gate != null) {
            environment.putAll(gate.environment());
        }
        if (settings.zone() != null) {
            environment.put("PGTZ", settings.zone());
        }
        settings.environment().forEach(one -> add(one, gate, environment));
        return environment;
    }

    /** {@code NAME} is the build's own, {@code NAME=value} another one. */
    private static void add(String one, @Nullable Gate gate, Map<String, String> environment) {
        int equals = one.indexOf('=');
        if (equals < 0) {
            String value = System.getenv(one);
            if (value != null) {
                environment.put(one, value);
            }
        } else if (gate != null || !one.contains("{")) {
            String value = gate == null
                    ? one.substring(equals + 1)
                    : Placeholders.filled(one.substring(equals + 1), gate.parts(), "command.environment");
            environment.put(one.substring(0, equals), value);
        }
    }
}
