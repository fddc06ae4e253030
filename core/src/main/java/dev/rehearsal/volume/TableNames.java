package dev.rehearsal.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables as a reader spells them: with or without a schema, quoted or not. */
final class TableNames {
    /** Engines quote names in one of two ways, and none has a name with the other's quotes that is not quoted itself. */
    private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")*)\"|`((?:[^`]|``)*)`|([^.\"`]+)");

    private TableNames() {}

    /** {@return what is kept under a name that means the same table as this one} */
    static <T> Optional<T> find(Map<String, T> tables, String name) {
        return tables.entrySet().stream()
                .filter(entry -> same(entry.getKey(), name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** {@return whether both can only mean the same table: where one has no schema, that of the other decides} */
    private static boolean same(String one, String other) {
        List<String> left = parts(one);
        List<String> right = parts(other);
        int common = Math.min(left.size(), right.size());
        return common > 0
                && left.subList(left.size() - common, left.size())
                        .equals(right.subList(right.size() - common, right.size()));
    }

    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(name);
        while (matcher.find()) {
            parts.add(
                    matcher.group(1) != null
                            ? matcher.group(1).replace("\"\"", "\"")
                            : matcher.group(2) != null ? matcher.group(2).replace("``", "`") : matcher.group(3));
        }
        return parts;
    }
}
