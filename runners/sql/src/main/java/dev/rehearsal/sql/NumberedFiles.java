package dev.rehearsal.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files of one folder, each a version.
 *
 * @param name how they are named; its groups are the number and the title
 * @param order how the tool sorts them
 * @param besides files that are no versions and may stand beside them
 */
record NumberedFiles(Pattern name, Comparator<Named> order, Set<String> besides) {
    NumberedFiles(Pattern name, Comparator<Named> order) {
        this(name, order, Set.of());
    }

    /** By the value of the number. */
    static final Comparator<Named> BY_NUMBER =
            Comparator.comparing((Named one) -> new BigDecimal(one.number)).thenComparing(one -> one.file.name());

    /** As text. */
    static final Comparator<Named> BY_NAME = Comparator.comparing(one -> one.file.name());

    /** {@return the files in the tool's order; what is named otherwise is told} */
    List<Named> of(Folder folder, Reading reading) {
        List<Named> all = new ArrayList<>();
        for (String file : folder.sql()) {
            Matcher matcher = name.matcher(file);
            if (matcher.matches()) {
                String title = Objects.requireNonNullElse(matcher.group(2), "")
                        .replace('_', ' ')
                        .replace('-', ' ')
                        .strip();
                reading.text(file).ifPresent(text -> all.add(new Named(matcher.group(1), title, text)));
            } else if (!besides.contains(file)) {
                reading.unrecognised(file);
            }
        }
        all.sort(order);
        return all;
    }

    /**
     * A file and what its name says.
     *
     * @param number the version's number, as it is written
     * @param title the rest
     * @param file the file
     */
    record Named(String number, String title, FileText file) {
        /** {@return the number without zeros before it} */
        String value() {
            return new BigDecimal(number).toPlainString();
        }

        Version version(String key, Way up, @Nullable Way down) {
            return new Version(key, title.isEmpty() ? file.name() : title, up, down, Version.Origin.of(file));
        }
    }
}
