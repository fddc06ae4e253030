package dev.rehearsal.it.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One figure: two things measured in turn, and how many times the other the one takes, or how much more. */
final class Figure {
    private final Subject subject;
    private final Spread ours = new Spread();
    private final Spread theirs = new Spread();
    private final Spread compared = new Spread();
    private final List<Map<String, Object>> raw = new ArrayList<>();

    Figure(Subject subject) {
        this.subject = subject;
    }

    /**
     * What is compared.
     *
     * @param name of the figure, as {@code rehearsal.bench} names it
     * @param ours what is measured, with its size
     * @param theirs against what
     * @param aim the bound
     * @param how what the two are measured in, and how they are compared
     */
    record Subject(String name, String ours, String theirs, double aim, How how) {}

    /** How two values are compared. */
    enum How {
        RATIO_OF_SECONDS("s", "x"),
        SECONDS_MORE("s", "s"),
        RATIO_OF_MEGABYTES("MB", "x");

        private final String unit;
        private final String comparedUnit;

        How(String unit, String comparedUnit) {
            this.unit = unit;
            this.comparedUnit = comparedUnit;
        }

        double compare(double one, double other) {
            return this == SECONDS_MORE ? one - other : one / other;
        }
    }

    void add(String label, double one, double other) {
        ours.add(one);
        theirs.add(other);
        compared.add(subject.how.compare(one, other));
        raw.add(Map.of("pair", label, "ours", one, "theirs", other));
    }

    /** All pairs together, where they are the parts of one whole. */
    double ofSums() {
        return subject.how.compare(ours.sum(), theirs.sum());
    }

    /** Prints the table, keeps the raw data, and writes the page anew. */
    void finish(String database, Map<String, Object> more) throws IOException {
        String table = String.join(
                "\n",
                "%-58s %9s %9s %9s".formatted(subject.name, "median", "min", "max"),
                ours.row(subject.ours, subject.how.unit),
                theirs.row(subject.theirs, subject.how.unit),
                compared.row(subject.how == How.SECONDS_MORE ? "more" : "ratio", subject.how.comparedUnit),
                String.format(Locale.ROOT, "aim: at most %.2f %s", subject.aim, subject.how.comparedUnit),
                more.toString(),
                "");
        System.out.println(table);
        Path out = Files.createDirectories(Bench.out());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", subject.name);
        data.put("ours", subject.ours);
        data.put("theirs", subject.theirs);
        data.put("aim", subject.aim);
        data.put("unit", subject.how.comparedUnit);
        data.put("median", compared.median());
        data.put("min", compared.min());
        data.put("max", compared.max());
        data.put("more", more);
        data.put("machine", Machine.facts(database));
        data.put("pairs", raw);
        Files.writeString(
                out.resolve(subject.name + ".json"),
                new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(data) + "\n",
                StandardCharsets.UTF_8);
        BenchmarkPage.write(out);
    }
}
