package dev.rehearsal.liquibase;

import dev.rehearsal.spi.RunnerProject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import liquibase.Liquibase;

/** Whether the project applies its change sets with a Liquibase that is newer than the one of a rehearsal. */
final class NewerLiquibase {
    private static final String BUILD = "liquibase.build.properties";
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    private NewerLiquibase() {}

    /** {@return one sentence if it does} */
    static List<String> notes(RunnerProject project) {
        String ours = version(Liquibase.class.getClassLoader()).orElse("4.33.0");
        TreeSet<String> newer = new TreeSet<>();
        Stream.concat(
                        all(project.classes()).stream(),
                        Stream.ofNullable(project.build().get("liquibase.pluginVersion")))
                .filter(version -> newer(version, ours))
                .forEach(newer::add);
        return newer.stream()
                .map(version ->
                        "The project has Liquibase " + version + ", and this is a rehearsal with Liquibase " + ours
                                + ", the last one of its licence: what only the newer one knows cannot be read, or is done as the"
                                + " older one does it.")
                .toList();
    }

    private static boolean newer(String version, String ours) {
        Matcher theirs = VERSION.matcher(version);
        Matcher mine = VERSION.matcher(ours);
        if (!theirs.matches() || !mine.matches()) {
            return false;
        }
        int major = Integer.compare(Integer.parseInt(theirs.group(1)), Integer.parseInt(mine.group(1)));
        return major > 0 || (major == 0 && Integer.parseInt(theirs.group(2)) > Integer.parseInt(mine.group(2)));
    }

    private static Optional<String> version(ClassLoader loader) {
        return Optional.ofNullable(loader.getResource(BUILD)).flatMap(NewerLiquibase::read);
    }

    private static List<String> all(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources(BUILD)).stream()
                    .flatMap(url -> read(url).stream())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<String> read(URL url) {
        try {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            Properties properties = new Properties();
            try (InputStream bytes = connection.getInputStream()) {
                properties.load(bytes);
            }
            return Optional.ofNullable(properties.getProperty("build.version"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
