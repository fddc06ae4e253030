package dev.rehearsal.liquibase;

import java.util.List;
import java.util.Locale;

/** Finds the change sets of a file by their places, which Liquibase does not keep. */
final class Regions {
    private Regions() {}

    /**
     * {@return the change sets of a file, in order; empty if it is written in no way that is known, or not well}
     *
     * @param name the file's name, which says how it is written
     * @param text what it holds
     */
    static List<Region> of(String name, String text) {
        String small = name.toLowerCase(Locale.ROOT);
        FileText file = new FileText(text);
        if (small.endsWith(".sql")) {
            return new SqlRegions(file).all();
        }
        if (small.endsWith(".xml")) {
            return XmlRegions.of(file);
        }
        return small.endsWith(".yaml") || small.endsWith(".yml") || small.endsWith(".json")
                ? YamlRegions.of(file)
                : List.of();
    }
}
