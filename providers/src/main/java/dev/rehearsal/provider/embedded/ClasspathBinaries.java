package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.DatabaseUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the binaries from the class path, where a build put their jar as a dependency. */
public final class ClasspathBinaries implements PostgresBinaries {
    private static final Pattern JAR = Pattern.compile("jar:(file:.*-(\\d+)\\.\\d+\\.\\d+\\.jar)!/.*");

    private final ClassLoader classLoader;

    /**
     * Makes one.
     *
     * @param classLoader whose class path is looked through
     */
    public ClasspathBinaries(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    @Override
    public InputStream jar(int major) throws IOException {
        List<URL> archives =
                Collections.list(classLoader.getResources(Platform.current().archive()));
        NavigableSet<Integer> others = new TreeSet<>();
        for (URL archive : archives) {
            Optional<Matcher> jar = matchJar(archive);
            if (jar.isPresent() && majorOf(jar.get()) == major) {
                return URI.create(jar.get().group(1)).toURL().openStream();
            }
            jar.ifPresent(found -> others.add(majorOf(found)));
        }
        throw new DatabaseUnavailableException(missing(major, others));
    }

    private static Optional<Matcher> matchJar(URL archive) {
        Matcher matcher = JAR.matcher(archive.toString());
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static int majorOf(Matcher jar) {
        return Integer.parseInt(jar.group(2));
    }

    private static String missing(int major, NavigableSet<Integer> others) {
        String instead = others.isEmpty()
                ? ""
                : " (it has those of " + others.first() + ": embedded:" + others.first() + " would take them)";
        return "embedded:" + major + " needs PostgreSQL's programs, and the class path does not have them" + instead
                + ". Add the dependency " + BinariesArtifact.forMajor(major) + ", with scope test.";
    }
}
