package dev.rehearsal.sql;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What MyBatis Migrations is told in {@code environments/development.properties}, as far as it is followed.
 *
 * @param properties all of it; what it does not know itself are variables
 */
record MyBatisEnvironment(Properties properties) {
    private static final String NAME = "development.properties";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

    static MyBatisEnvironment of(Folder folder, Reading reading) {
        Properties properties = new Properties();
        properties.setProperty("changelog", "CHANGELOG");
        byte[] bytes = folder.bytes(folder.path().resolveSibling("environments").resolve(NAME));
        if (bytes != null) {
            try {
                properties.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
            } catch (IOException | IllegalArgumentException e) {
                reading.notUnderstood(NAME, 0, String.valueOf(e.getMessage()), "Correct it.");
            }
        }
        MyBatisEnvironment environment = new MyBatisEnvironment(properties);
        environment.check(reading);
        return environment;
    }

    private void check(Reading reading) {
        differs("changelog", "CHANGELOG", reading);
        differs("auto_commit", "false", reading);
        differs("send_full_script", "false", reading);
        differs("full_line_delimiter", "false", reading);
    }

    private void differs(String name, String usual, Reading reading) {
        String value = properties.getProperty(name, usual).strip().toLowerCase(Locale.ROOT);
        if (!value.equals(usual.toLowerCase(Locale.ROOT))) {
            reading.notUnderstood(
                    NAME,
                    0,
                    name + "=" + value + " is not followed yet: a rehearsal knows only " + name + "=" + usual + ".",
                    "Rehearse with that value, or say that you need the other.");
        }
    }

    String delimiter() {
        return properties.getProperty("delimiter", ";");
    }

    /** {@return a text with its variables replaced; what is no variable stays} */
    String replaced(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(properties.getProperty(found.group(1), found.group())));
    }
}
