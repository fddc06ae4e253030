package dev.rehearsal.command;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What files of migrations are called, and what that says. */
final class Names {
    private static final Pattern NUMBER = Pattern.compile("[Vv]?(\\d+)(?![0-9A-Za-z]).*");
    private static final Pattern ENDS = Pattern.compile("(?i)\\.(up|down)$|[._-](up|down|undo)$");

    /** By their numbers, if both have one, and else as they are written. */
    static final Comparator<Path> ORDER = Comparator.<Path, BigInteger>comparing(
                    file -> new BigInteger(digits(of(file))))
            .thenComparing(Names::of);

    private Names() {}

    static String of(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** {@return a name without its extension, and without {@code .up} before that} */
    static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return ENDS.matcher(dot > 0 ? name.substring(0, dot) : name).replaceFirst("");
    }

    /** {@return the number with which a name begins; else the name} */
    static String version(Path file) {
        Matcher number = NUMBER.matcher(of(file));
        return number.matches() ? number.group(1) : stem(of(file));
    }

    /** {@return what a name says besides its version} */
    static String title(Path file, String version) {
        String stem = stem(of(file));
        int at = stem.indexOf(version);
        String rest = at < 0 ? stem : stem.substring(at + version.length());
        return rest.replaceAll("[_.-]+", " ").strip();
    }

    private static String digits(String name) {
        Matcher number = NUMBER.matcher(name);
        return number.matches() ? number.group(1) : "0";
    }
}
