package dev.rehearsal.liquibase;

import dev.rehearsal.migration.MigrationSourceException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where a changelog cannot be read: file and line, as far as Liquibase's words or the change set lead there. */
final class ParseFailure {
    private static final Pattern LINE = Pattern.compile("\\bline:? ?(\\d+)");
    private static final Pattern FILE = Pattern.compile("([\\w./-]+\\.(?:sql|xml|ya?ml|json))");
    private static final Pattern SET = Pattern.compile("([^\\s'\"]+)::([^:]+)::([^\\s:'\"]+)");

    private final String path;
    private final ChangeLogFiles files;

    ParseFailure(String path, ChangeLogFiles files) {
        this.path = path;
        this.files = files;
    }

    MigrationSourceException of(Exception thrown) {
        String all = words(thrown);
        String file = file(all);
        String line = line(all, file).map(found -> ":" + found).orElse("");
        return new MigrationSourceException(
                "Liquibase cannot read " + file + line + ": " + deepest(thrown) + " Correct the changelog.", thrown);
    }

    private String file(String all) {
        Matcher set = SET.matcher(all);
        if (set.find() && ChangeLogPlace.named(set.group(1))) {
            return set.group(1);
        }
        Matcher named = FILE.matcher(all);
        String last = path;
        while (named.find()) {
            if (files.path(named.group(1)) != null) {
                last = named.group(1);
            }
        }
        return last;
    }

    private Optional<String> line(String all, String file) {
        Matcher line = LINE.matcher(all);
        if (line.find()) {
            return Optional.of(line.group(1));
        }
        String text = files.read(file).text();
        Matcher set = SET.matcher(all);
        if (set.find()) {
            List<Region> regions = Regions.of(file, text);
            return regions.stream()
                    .filter(region -> region.id().equals(set.group(2)))
                    .map(region -> Integer.toString(region.up().line()))
                    .findFirst();
        }
        return Optional.empty();
    }

    /** {@return the words of all causes, of which each may name what others leave out} */
    private static String words(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }

    /** {@return what the innermost cause says that says anything} */
    static String deepest(Throwable thrown) {
        String said = thrown.toString();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                said = cause.getMessage();
            }
        }
        String line = said.strip().replaceAll("\\s+", " ");
        return line.endsWith(".") ? line : line + ".";
    }
}
